import type {
  CellDeclaration,
  Declared,
  Environment,
  Named,
  OptionInfos,
  OptionValues,
  SignalInfo,
  Stage,
  StateInfo,
} from './declaration.ts';
import { type Expression, rewriter, withParts } from './expression.ts';

type Plain = Omit<CellDeclaration, 'id' | 'name' | 'options' | 'stages' | 'signals' | 'states' | 'math'>;

interface Change<
  I extends string,
  O extends OptionInfos,
  G extends string,
  N extends string,
  S extends string,
  M extends string,
> extends Partial<Plain> {
  readonly id: I;
  readonly name: string;
  readonly reference: string;
  readonly summary: string;
  /** Further options; those of the base stay. */
  readonly options: O;
  /** Other defaults for options of the base. */
  readonly defaults?: Readonly<Record<string, string | boolean>>;
  /** States besides those of the base. */
  readonly states?: Readonly<Record<M, StateInfo>>;
  /** Other stages than those of the base. */
  readonly stages?: readonly (Stage & { readonly id: G })[];
  /** Changed descriptions of signals, and descriptions of new ones. */
  readonly signals?: Readonly<Record<string, Partial<SignalInfo>>>;
  /** New expressions for some of the base's signals, or null for those that go. What depends on them uses the new ones. */
  replace(
    base: Readonly<Record<N, Expression>>,
    environment: Environment<S | M>,
    options: OptionValues<O>,
  ): Readonly<Record<string, Expression | null | undefined>>;
}

/** Declares a cell by its difference from another. Throws if the change names a signal that is not described. */
export function variant<
  I extends string,
  O extends OptionInfos,
  N extends string,
  S extends string,
  B extends OptionInfos,
  H extends string,
  G extends string = never,
  M extends string = never,
>(base: Declared<N, S, string, B, H>, change: Change<I, O, G, N, S, M>): Declared<N, S | M, I, O & B, G | H> {
  const { replace, signals = {}, states, options, defaults = {}, ...rest } = change;
  const described: Readonly<Record<string, SignalInfo>> = base.signals;
  const inherited = Object.entries(base.options).map(([name, info]) => [
    name,
    name in defaults ? { ...info, default: defaults[name] } : info,
  ]);
  return {
    ...base,
    remarks: '',
    ...rest,
    options: { ...options, ...(Object.fromEntries(inherited) as B) },
    states: { ...base.states, ...states } as Readonly<Record<S | M, StateInfo>>,
    signals: Object.fromEntries(
      Object.keys({ ...described, ...signals }).map((id) => [id, { ...described[id], ...signals[id] }]),
    ) as Readonly<Record<N, SignalInfo>>,
    math(environment, given) {
      const named = base.math(environment, given);
      const changes = defined(replace(named as Readonly<Record<N, Expression>>, environment, given as OptionValues<O>));
      for (const id of Object.keys(changes))
        if (!(id in described) && !(id in signals))
          throw new Error(`${change.id}: the variant changes “${id}”, which is not described`);
      return rewired(named, changes);
    },
  };
}

/**
 * The base's expressions with the changes put in and everything that used the old ones using the new. Within its own change
 * an expression is the old one: `f: oneMinus(f)` works on what f was, which needs a name of its own (`open: f`).
 */
export function rewired(named: Named, given: Readonly<Record<string, Expression | null>>): Named {
  const changes = withOldKept(named, given);
  const target = new Map<Expression, Expression>();
  for (const [id, expression] of Object.entries(changes)) {
    const old = named[id];
    if (old && expression) target.set(old, expression);
  }
  const visit = rewriter((expression) => target.get(expression) ?? expression);
  const ids = [...new Set([...Object.keys(named), ...Object.keys(changes)])].filter((id) => changes[id] !== null);
  return Object.fromEntries(ids.map((id) => [id, visit((named[id] ?? changes[id]) as Expression)]));
}

/**
 * The changes with a copy of the old expression wherever a change is made from it, so that it is not rewired to itself; a
 * new name for the old expression names the copy.
 */
function withOldKept(
  named: Named,
  changes: Readonly<Record<string, Expression | null>>,
): Readonly<Record<string, Expression | null>> {
  const others = new Set(Object.values(named));
  const copies = new Map<Expression, Expression>();
  const kept = Object.entries(changes).map(([id, expression]) => {
    const old = named[id];
    if (!old || !expression || expression === old) return [id, expression] as const;
    const copy = { ...old };
    const own = within(expression, old, copy, others);
    if (own !== expression) copies.set(old, copy);
    return [id, own] as const;
  });
  const renamed = (id: string, expression: Expression): Expression =>
    Object.hasOwn(named, id) ? expression : (copies.get(expression) ?? expression);
  return Object.fromEntries(kept.map(([id, expression]) => [id, expression && renamed(id, expression)]));
}

/** The expression with `copy` for `old`, down to expressions that have names of their own; unchanged parts stay the same. */
function within(expression: Expression, old: Expression, copy: Expression, named: ReadonlySet<Expression>): Expression {
  const visit = (part: Expression): Expression => {
    if (part === old) return copy;
    if (named.has(part)) return part;
    let same = true;
    const result = withParts(part, (inner) => {
      const visited = visit(inner);
      same &&= visited === inner;
      return visited;
    });
    return same ? part : result;
  };
  return visit(expression);
}

function defined(changes: Readonly<Record<string, Expression | null | undefined>>): Record<string, Expression | null> {
  const kept = Object.entries(changes).filter((entry): entry is [string, Expression | null] => entry[1] !== undefined);
  return Object.fromEntries(kept);
}
