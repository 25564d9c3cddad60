import type { Signal } from '../cell/cell.ts';
import { preActivationOf, type Ref, refKey } from '../cell/slot.ts';
import { givenSlot, seenBy } from '../engine/intervention/edited.ts';
import type { Tape } from '../engine/tape.ts';
import { opOf } from '../ops/ops.ts';
import type { Difference } from './parting.ts';

/** One term of the arithmetic by which a value differs between two runs. */
export interface PartingTerm {
  /**
   * The term: a key such as `x`, `f` or `prev.h`; `bias`; `activation` if the activations differ;
   * `intervention`, for what one of them is changed by; `whole`, where they are computed in ways that share nothing.
   */
  readonly from: string;
  /** Its parameter; null where it enters unweighted. */
  readonly parameter: string | null;
  /** The term itself in A and in B: in a layer a part of the sum under the activation, otherwise the operand. Null in a run whose cell has none. */
  readonly a: number | null;
  readonly b: number | null;
  /** Its share in the difference b − a of the value. The shares of all terms add up to it. */
  readonly share: number;
}

/**
 * The terms that make the difference of a value between two runs, the largest share first. Under an activation the sum's
 * terms differ by what they say; each has its part of the value's difference in the same proportion. What two operands
 * do together is halved between them (the mean over both orders in which they can change).
 */
export function partingTerms(a: Tape, b: Tape, { signal: id, unit, timestep }: Difference): readonly PartingTerm[] {
  const sides = [a, b].map((tape): Side | null => {
    const signal = tape.program.cell.signals.find((one) => one.id === id);
    return signal && timestep > 0 ? { tape, signal, unit, t: timestep } : null;
  });
  const [one, other] = sides;
  if (!one || !other || Object.is(shownValue(one), shownValue(other))) return [];
  const [ownA, ownB] = [computedValue(one), computedValue(other)];
  const found = layerTerms(one, other) ?? operandTerms(one, other);
  const terms = found?.every(({ share }) => Number.isFinite(share)) ? found : [whole(ownA, ownB)];
  const [byA, byB] = [forcedBy(one), forcedBy(other)];
  const forced: PartingTerm[] =
    byA === byB ? [] : [{ from: 'intervention', parameter: null, a: byA, b: byB, share: byB - byA }];
  return [...terms, ...forced]
    .filter(({ share }) => share !== 0)
    .sort((left, right) => Math.abs(right.share) - Math.abs(left.share));
}

/** The change that an intervention on the value itself makes. */
function forcedBy(side: Side): number {
  const [shown, own] = [shownValue(side), computedValue(side)];
  return Object.is(shown, own) ? 0 : shown - own;
}

/** The difference as one term. Exponents that are −∞ in both runs do not differ. */
function whole(a: number, b: number): PartingTerm {
  return { from: 'whole', parameter: null, a, b, share: a === b ? 0 : b - a };
}

/** A value of a run, and the signal whose arithmetic it comes from. */
interface Side {
  readonly tape: Tape;
  readonly signal: Signal;
  readonly unit: number;
  readonly t: number;
}

const shownValue = ({ tape, signal, unit, t }: Side): number => tape.values(signal.id, t)[unit];

/** The value before an intervention on it. */
function computedValue({ tape: { program, data }, signal, unit, t }: Side): number {
  return data[t * program.frameSize + givenSlot(program, signal.id).offset + unit];
}

const seenValue = ({ tape, signal, unit, t }: Side, ref: Ref): number => seenBy(tape, ref, signal.id, t)[unit];

function layerTerms(a: Side, b: Side): PartingTerm[] | null {
  const [activate, activateB] = [activationOf(a), activationOf(b)];
  if (!activate || !activateB) return null;
  const [sumA, sumB] = [a, b].map(({ tape, signal, unit, t }) => tape.values(preActivationOf(signal.id), t)[unit]);
  const bySum = (activate(sumB) - activate(sumA) + activateB(sumB) - activateB(sumA)) / 2;
  const byActivation = (activateB(sumA) - activate(sumA) + activateB(sumB) - activate(sumB)) / 2;
  const slope = sumB === sumA ? 0 : bySum / (sumB - sumA);
  const [ofA, ofB] = [a, b].map(summandsOf);
  const terms = [...new Set([...ofA.keys(), ...ofB.keys()])].map((key): PartingTerm => {
    const [inA, inB] = [ofA.get(key), ofB.get(key)];
    const change = (inB?.value ?? 0) - (inA?.value ?? 0);
    return { ...named(inB ?? inA), a: inA?.value ?? null, b: inB?.value ?? null, share: slope * change };
  });
  return [...terms, { from: 'activation', parameter: null, a: null, b: null, share: byActivation }];
}

/** The activation of a layer; null for what is no layer or not activated unit by unit. */
function activationOf({ signal: { affine, op, constants } }: Side): ((sum: number) => number) | null {
  const { scalar } = opOf(op);
  return affine && scalar ? (sum) => scalar(sum, 0, constants) : null;
}

interface Summand {
  readonly from: string;
  readonly parameter: string | null;
  readonly value: number;
}

const named = (summand: Summand | undefined): Pick<PartingTerm, 'from' | 'parameter'> => ({
  from: summand?.from ?? '',
  parameter: summand?.parameter ?? null,
});

/** The summands under a layer's activation, one for each source and the bias, by source and parameter. */
function summandsOf({ tape, signal, unit, t }: Side): ReadonlyMap<string, Summand> {
  const { parameters } = tape;
  const { terms = [], bias = null } = signal.affine ?? {};
  const summands = terms.map(({ ref, weight, parameter }): Summand => {
    const values = seenBy(tape, ref, signal.id, t);
    const weights = parameter === null ? null : parameters[parameter];
    const product = (c: number, at: number): number => values[c] * (weights ? weights[at] : 1);
    const value =
      weight === 'matrix'
        ? values.reduce((sum, _, c) => sum + product(c, unit * values.length + c), 0)
        : product(unit, unit);
    return { from: refKey(ref), parameter, value };
  });
  if (bias !== null) summands.push({ from: 'bias', parameter: bias, value: parameters[bias][unit] });
  return new Map(summands.map((one) => [`${one.from} ${one.parameter}`, one]));
}

/** The terms of one pointwise operation in both runs, if its operands are the same. */
function operandTerms(a: Side, b: Side): PartingTerm[] | null {
  const { op, args, constants } = a.signal;
  const { scalar } = opOf(op);
  const written = ({ signal }: Side): string => [signal.op, ...signal.constants, ...signal.args.map(refKey)].join();
  if (!scalar || args.length === 0 || written(a) !== written(b)) return null;
  const operands = (side: Side): number[] => args.map((ref) => seenValue(side, ref));
  const [[p, q = 0], [r, s = 0]] = [operands(a), operands(b)];
  const of = (x: number, y: number): number => scalar(x, y, constants);
  const shares = [(of(r, q) - of(p, q) + of(r, s) - of(p, s)) / 2, (of(p, s) - of(p, q) + of(r, s) - of(r, q)) / 2];
  return args.map((ref, k) => ({ from: refKey(ref), parameter: null, a: [p, q][k], b: [r, s][k], share: shares[k] }));
}
