import type { OpName } from '../ops/ops.ts';

/** The length of a vector: D inputs, H hidden units, P projected units. */
export type Dim = 'D' | 'H' | 'P';

/** The weighting of a source in an affine map: by a full matrix, by one weight per unit, or unweighted. */
export type WeightKind = 'matrix' | 'diagonal' | 'none';

/** A source of an affine map and its weighting. */
export interface Source {
  readonly expression: Expression;
  readonly weight: WeightKind;
  /** The mark that tells a gain from other gains of the same layer (g_Uf, g_Wf), or an empty text; undefined for other weights. */
  readonly gain?: string | undefined;
}

/** A vector-valued expression. Identity matters: the same object used twice is one wire forked in two. */
export type Expression =
  | { readonly kind: 'input'; readonly dim: 'D' }
  | { readonly kind: 'previous'; readonly state: string; readonly dim: Dim }
  | { readonly kind: 'affine'; readonly sources: readonly Source[]; readonly bias: boolean; readonly dim: Dim }
  | {
      readonly kind: 'op';
      readonly op: OpName;
      readonly args: readonly Expression[];
      readonly constants: readonly number[];
      readonly dim: Dim;
    };

/** Wraps an expression so that an affine map uses one weight per unit (a peephole) or none instead of a matrix. */
export class Weighted {
  constructor(
    readonly expression: Expression,
    readonly weight: WeightKind,
    readonly gain?: string,
  ) {}
}

/** p ⊙ a: one weight per unit. */
export const diagonal = (a: Expression): Weighted => new Weighted(a, 'diagonal');
/** g ⊙ a: one learned gain per unit, which starts at 1; `mark` tells several gains of one layer apart. */
export const gain = (a: Expression, mark = ''): Weighted => new Weighted(a, 'diagonal', mark);
/** W a: a full matrix. */
export const matrix = (a: Expression): Weighted => new Weighted(a, 'matrix');
/** a itself, added without a weight. */
export const unweighted = (a: Expression): Weighted => new Weighted(a, 'none');

const sourceOf = (a: Expression | Weighted): Source =>
  a instanceof Weighted
    ? { expression: a.expression, weight: a.weight, gain: a.gain }
    : { expression: a, weight: 'matrix' };

/** Σ W·source + b: the learned part of a layer. A plain source gets a matrix. */
export function affine(...sources: readonly (Expression | Weighted)[]): Expression {
  return { kind: 'affine', sources: sources.map(sourceOf), bias: true, dim: 'H' };
}

/** Σ W·source: a learned sum without bias. */
export function linear(...sources: readonly (Expression | Weighted)[]): Expression {
  return { kind: 'affine', sources: sources.map(sourceOf), bias: false, dim: 'H' };
}

/** W a without bias: a learned projection onto P units (Sak, Senior & Beaufays 2014). */
export function project(a: Expression): Expression {
  return { kind: 'affine', sources: [sourceOf(a)], bias: false, dim: 'P' };
}

function apply(op: OpName, args: readonly Expression[], constants: readonly number[] = []): Expression {
  const [first] = args;
  if (first && args.some((arg) => arg.dim !== first.dim))
    throw new Error(`${op} needs arguments of one length, not ${args.map((arg) => arg.dim).join(' and ')}`);
  return { kind: 'op', op, args, constants, dim: first?.dim ?? 'H' };
}

const unary = (op: OpName) => (a: Expression) => apply(op, [a]);
const binary = (op: OpName) => (a: Expression, b: Expression) => apply(op, [a, b]);

/** σ(a) = 1 / (1 + e⁻ᵃ) in every unit. */
export const sigmoid = unary('sigmoid');
/** tanh(a) in every unit. */
export const tanh = unary('tanh');
/** max(0, a) in every unit. */
export const relu = unary('relu');
/** eᵃ in every unit. */
export const exp = unary('exp');
/** ln σ(a) in every unit. */
export const logSigmoid = unary('logSigmoid');
/** 0 in every unit, and −∞ where the argument is 0. */
export const logSign = unary('logSign');
/** a itself, under a name of its own. */
export const identity = unary('identity');
/** 1 − a in every unit. */
export const oneMinus = unary('oneMinus');
/** (a − mean) / √(variance + 10⁻⁵) over all units: layer normalisation without gain and bias (Ba, Kiros & Hinton 2016). */
export const normalise = unary('normalise');
/** slope·a + shift in every unit. */
export const scaleShift = (a: Expression, slope: number, shift: number): Expression =>
  apply('scaleShift', [a], [slope, shift]);
/** a + b, unit by unit. */
export const add = binary('add');
/** a − b, unit by unit. */
export const sub = binary('sub');
/** a ⊙ b, unit by unit. */
export const mul = binary('mul');
/** a / b, unit by unit. */
export const div = binary('div');
/** max(a, b), unit by unit. */
export const max = binary('max');
/** σ(a) / (σ(a) + σ(b)), unit by unit. */
export const share = binary('share');
/** The constant 1 in every unit. */
export const one = (): Expression => apply('one', []);
/** Any pointwise function by name, with its constants (limit of a clip, slopes …). */
export const pointwise = (op: OpName, a: Expression, constants: readonly number[] = []): Expression =>
  apply(op, [a], constants);

/** The layer with one more source in its learned sum. Throws if `layer` is not a layer. */
export function alsoSees(layer: Expression, source: Expression | Weighted): Expression {
  if (layer.kind === 'affine') return { ...layer, sources: [...layer.sources, sourceOf(source)] };
  const [arg] = layer.kind === 'op' ? layer.args : [];
  if (layer.kind !== 'op' || arg?.kind !== 'affine')
    throw new Error('alsoSees needs a layer: an activation of an affine map');
  return { ...layer, args: [alsoSees(arg, source)] };
}

/** The expression with each direct part replaced by what `visit` makes of it. */
export function withParts(expression: Expression, visit: (part: Expression) => Expression): Expression {
  if (expression.kind === 'op') return { ...expression, args: expression.args.map(visit) };
  if (expression.kind === 'affine')
    return { ...expression, sources: expression.sources.map((s) => ({ ...s, expression: visit(s.expression) })) };
  return expression;
}

/** Rewrites expressions part by part: `swap` first, then the parts of what it gave. Shared parts stay shared. */
export function rewriter(swap: (expression: Expression) => Expression): (expression: Expression) => Expression {
  const done = new Map<Expression, Expression>();
  const visit = (expression: Expression): Expression => {
    const known = done.get(expression);
    if (known) return known;
    const result = withParts(swap(expression), visit);
    done.set(expression, result);
    return result;
  };
  return visit;
}
