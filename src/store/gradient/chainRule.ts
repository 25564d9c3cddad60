import type { Signal } from '../../cell/cell.ts';
import { preActivationOf, type Ref, refKey } from '../../cell/slot.ts';
import { type AsComputed, asComputed } from '../../engine/intervention/asComputed.ts';
import { slopesOf } from '../../engine/intervention/edit.ts';
import type { Parameters } from '../../engine/parameters.ts';
import type { Tape } from '../../engine/tape.ts';
import { opOf } from '../../ops/ops.ts';
import type { Gradient } from './gradient.ts';

/** The gradient that one user of a signal passes back to it. */
export interface Returned {
  /** dL/d(user) · ∂(user)/∂(signal). */
  readonly value: number;
  /** The signal that was computed from it, or null where L is read off it. */
  readonly user: string | null;
  /** The timestep of the user. */
  readonly t: number;
  /** For a user unit by unit: its own gradient (that of its sum, for a layer), and the slope. Null where it uses all units. */
  readonly factors: { readonly gradient: number; readonly slope: number } | null;
  /** The matrix that weighs the signal on its way to all units of the user; null for others. */
  readonly matrix: string | null;
}

/** A number of the run: signal or `x`, its unit from 0, its timestep (0 for an initial state). */
export interface RunValue {
  readonly id: string;
  readonly unit: number;
  readonly t: number;
}

/**
 * The sources of a gradient by the chain rule: every use of the number, in the order of computation. Their values add
 * up to its entry in the adjoint.
 */
export function returnedTo(
  place: RunValue,
  tape: Tape,
  parameters: Parameters,
  gradient: Gradient,
): readonly Returned[] {
  const { cell } = tape.program;
  const { id, unit, t } = place;
  const returned: Returned[] = [];
  if (id === cell.output && t === gradient.of.t)
    returned.push({ value: gradient.direct[unit], user: null, t, factors: null, matrix: null });
  for (const at of [t, t + 1]) {
    if (at < 1 || at > tape.length) continue;
    const used = (ref: Ref): boolean => ref.id === id && (ref.kind === 'previous' ? at === t + 1 : at === t);
    for (const signal of cell.signals)
      returned.push(...usesIn(signal, used, place, at, { tape, parameters, gradient }));
  }
  return returned;
}

interface GradientContext {
  readonly tape: Tape;
  readonly parameters: Parameters;
  readonly gradient: Gradient;
}

/** Every use of the number in one signal of timestep t. */
function usesIn(
  signal: Signal,
  used: (ref: Ref) => boolean,
  { unit }: RunValue,
  t: number,
  run: GradientContext,
): Returned[] {
  const { tape, parameters } = run;
  const { adjoint } = run.gradient;
  const { id, op, affine, args } = signal;
  if (!affine)
    return args.flatMap((ref, k): Returned[] => {
      if (!used(ref)) return [];
      const passed = slopeOfWire(tape, ref, id, t, unit);
      if (!opOf(op).scalar)
        return [{ value: passed * vectorShareOf(signal, run, t, unit), user: id, t, factors: null, matrix: null }];
      const gradient = asComputed(adjoint, id, t).values(id, t)[unit];
      const factors = { gradient, slope: passed * slopeOf(signal, k, asComputed(tape, id, t), t, unit) };
      return [{ value: factors.gradient * factors.slope, user: id, t, factors, matrix: null }];
    });
  const sums = adjoint.values(preActivationOf(id), t);
  return affine.terms.flatMap(({ ref, weight, parameter }): Returned[] => {
    if (!used(ref)) return [];
    const passed = slopeOfWire(tape, ref, id, t, unit);
    if (weight !== 'matrix' || parameter === null) {
      const factors = { gradient: sums[unit], slope: passed * (parameter === null ? 1 : parameters[parameter][unit]) };
      return [{ value: factors.gradient * factors.slope, user: id, t, factors, matrix: null }];
    }
    const columns = parameters[parameter].length / sums.length;
    let value = 0;
    for (let row = 0; row < sums.length; row++) value += parameters[parameter][row * columns + unit] * sums[row];
    return [{ value: passed * value, user: id, t, factors: null, matrix: parameter }];
  });
}

/** The gradient that an operation over a whole vector passes back to one unit of its argument, summed over all its units. */
function vectorShareOf(
  { id, op, args, constants }: Signal,
  { tape, gradient }: GradientContext,
  t: number,
  unit: number,
): number {
  const n = tape.slot(id).size;
  const computed = asComputed(tape, id, t);
  const data = Float64Array.of(...computed.read(args[0], t), ...computed.values(id, t));
  const grad = new Float64Array(2 * n);
  grad.set(asComputed(gradient.adjoint, id, t).values(id, t), n);
  opOf(op).backward(data, grad, n, 0, 0, n, constants);
  return grad[unit];
}

/** The derivative at the end of a value's wire with respect to the value: 1 unless an intervention acts on the wire. */
function slopeOfWire({ program }: Tape, ref: Ref, to: string, t: number, unit: number): number {
  const key = refKey(ref);
  const wire = program.steps.find((step) => step.kind === 'edit' && step.to === to && step.key === key);
  if (wire?.kind !== 'edit') return 1;
  const slopes = new Float64Array(wire.size);
  slopesOf(wire.edits, t, slopes);
  return slopes[unit];
}

/** ∂(signal)/∂(argument k) in one unit, by the derivative of its operation. */
function slopeOf({ id, op, args, constants }: Signal, k: number, tape: AsComputed, t: number, unit: number): number {
  const values = args.map((ref) => tape.read(ref, t)[unit]);
  const data = Float64Array.of(values[0] ?? 0, values[1] ?? 0, tape.values(id, t)[unit]);
  const grad = Float64Array.of(0, 0, 1);
  opOf(op).backward(data, grad, 2, 0, 1, 1, constants);
  return grad[k];
}
