import { inFloat64, intervene } from '../engine/intervention/intervene.ts';
import { checkInterventions, checkLender } from '../engine/intervention/intervention.ts';
import type { Tape } from '../engine/tape.ts';
import { refusalOf } from '../text/refusal.ts';
import { memoizeLast } from './memoizeLast.ts';
import type { Pin } from './state.ts';

/** A run with interventions, and the same without them. */
export interface Intervened {
  /** Those that fit the run, on or off, in the order in which they act. */
  readonly interventions: readonly Pin[];
  /** The run without interventions, computed as the changed run is. */
  readonly free: Tape;
  /** The run with those that are on; `free` itself where none is. */
  readonly tape: Tape;
}

/** Runs with interventions. `other` is the run that values are borrowed from. */
export type Intervene = (free: Tape, interventions: readonly Pin[], other?: Tape) => Intervened;

/**
 * Runs with interventions, each of them where it fits the run; what does not fit waits. Remembers the last changed run of
 * each free one, so that nothing is computed anew where interventions are switched off and on again.
 */
export function createIntervene(): Intervene {
  const exact = memoizeLast(inFloat64);
  const changed = new WeakMap<
    Tape,
    { readonly acting: readonly Pin[]; readonly other: Tape | undefined; readonly tape: Tape }
  >();
  return (given, all, other) => {
    const interventions = all.filter((one) => fits(one, given, other));
    const acting = interventions.filter(({ off }) => !off);
    if (acting.length === 0) return { interventions, free: given, tape: given };
    const free = exact(given);
    const last = changed.get(free);
    if (last && last.other === other && alike(last.acting, acting)) return { interventions, free, tape: last.tape };
    const tape = intervene(free, acting, other);
    changed.set(free, { acting, other, tape });
    return { interventions, free, tape };
  };
}

/** True if these interventions make the same changes, whether they are on or off. */
const alike = (some: readonly Pin[], others: readonly Pin[]): boolean =>
  some.length === others.length && some.every((one, k) => sameChange(one, others[k]));

function sameChange({ off: _, ...one }: Pin, { off: __, ...other }: Pin): boolean {
  return (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
}

function fits(one: Pin, free: Tape, other?: Tape): boolean {
  const misfit = refusalOf(() => {
    checkInterventions(free, [one]);
    checkLender(free, [one], other);
  });
  return misfit === null;
}
