import type { Cell, Parameter } from '../cell/cell.ts';
import { type Equation, equationsOf } from './equation.ts';
import type { Formula, PartChange } from './formula.ts';
import { equationLatex, latexOf } from './linear.ts';

/** An equation beside the one another cell has for the same signal. */
export interface ComparedEquation {
  readonly status: 'same' | 'changed' | 'added' | 'removed';
  /** With the new and the vanished terms marked. */
  readonly equation: Equation;
  /** The old equation, where the change is more than terms that came or went. */
  readonly ghost: Equation | null;
}

/** The equations of `after`, with what is new against `before` marked; vanished ones stay at their place as ghosts. */
export function comparedEquations(before: Cell, after: Cell): readonly ComparedEquation[] {
  const old = equationsOf(before);
  const now = equationsOf(after);
  const result = now.map((equation): ComparedEquation => {
    const known = old.find((e) => e.signal === equation.signal);
    if (!known) return { status: 'added', equation, ghost: null };
    if (equationLatex(known) === equationLatex(equation)) return { status: 'same', equation, ghost: null };
    if (latexOf(known.left) !== latexOf(equation.left))
      return { status: 'changed', equation: withMark(equation, 'added'), ghost: known };
    const { formula, whole } = compared(known.right, equation.right);
    return { status: 'changed', equation: { ...equation, right: formula }, ghost: whole ? known : null };
  });
  for (const [k, equation] of old.entries()) {
    if (now.some((e) => e.signal === equation.signal)) continue;
    const above = old[k - 1];
    const at = above ? result.findIndex((r) => r.equation.signal === above.signal) + 1 : 0;
    result.splice(at, 0, { status: 'removed', equation, ghost: null });
  }
  return result;
}

/** Parameters that came, went and stayed. */
export function comparedParameters(
  before: Cell,
  after: Cell,
): {
  readonly added: readonly Parameter[];
  readonly removed: readonly Parameter[];
  readonly shared: readonly Parameter[];
} {
  const shapeIn = (cell: Cell, { name, shape }: Parameter): boolean =>
    cell.parameters.some((p) => p.name === name && p.shape.join() === shape.join());
  return {
    added: after.parameters.filter((p) => !shapeIn(before, p)),
    removed: before.parameters.filter((p) => !shapeIn(after, p)),
    shared: after.parameters.filter((p) => shapeIn(before, p)),
  };
}

const withMark = (equation: Equation, mark: PartChange): Equation => ({
  ...equation,
  right: marked(equation.right, mark),
});
const marked = (body: Formula, mark: PartChange): Formula => ({ kind: 'mark', mark, body });

/** `after` with marks; `whole` where a part was replaced and not only terms came or went. */
function compared(before: Formula, after: Formula): { readonly formula: Formula; readonly whole: boolean } {
  if (latexOf(before) === latexOf(after)) return { formula: after, whole: false };
  if (before.kind === 'sum' && after.kind === 'sum')
    return { formula: { ...after, terms: mergedTerms(before.terms, after.terms) }, whole: false };
  if (before.kind === 'call' && after.kind === 'call' && before.name.symbol === after.name.symbol) {
    const args = after.args.map((arg, k) => compared(before.args[k], arg));
    return { formula: { ...after, args: args.map((a) => a.formula) }, whole: args.some((a) => a.whole) };
  }
  if (before.kind === 'infix' && after.kind === 'infix' && before.operator.symbol === after.operator.symbol) {
    const left = compared(before.left, after.left);
    const right = compared(before.right, after.right);
    return { formula: { ...after, left: left.formula, right: right.formula }, whole: left.whole || right.whole };
  }
  return { formula: marked(after, 'added'), whole: true };
}

/** The new terms with those that vanished kept where they stood. */
function mergedTerms(before: readonly Formula[], after: readonly Formula[]): readonly Formula[] {
  const old = before.map(latexOf);
  const now = after.map(latexOf);
  const merged = after.map((term, k) => (old.includes(now[k]) ? term : marked(term, 'added')));
  for (const [k, term] of before.entries()) {
    if (now.includes(old[k])) continue;
    const at = k === 0 ? 0 : merged.findIndex((m) => latexOf(m) === old[k - 1]) + 1;
    merged.splice(at, 0, marked(term, 'removed'));
  }
  return merged;
}
