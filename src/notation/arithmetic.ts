import type { Affine, Cell } from '../cell/cell.ts';
import { idOfKey, preActivationOf, type Ref, refKey, timestepOfKey } from '../cell/slot.ts';
import { type OpName, opOf } from '../ops/ops.ts';
import { balanced } from './balanced.ts';
import { signalOf } from './equation.ts';
import { factors } from './factors.ts';
import type { Readings, Weights } from './readings.ts';
import { type Figure, figure, summed } from './summed.ts';
import { unitLabel } from './unitLabel.ts';

/** One element that enters a value: which slot, which unit of it, and at which timestep it was computed. */
export interface Operand extends Figure {
  readonly key: string;
  readonly unit: number;
  readonly t: number;
  readonly label: string;
}

/** One product of a learned sum; `value` is weight · input. */
export interface Product extends Operand {
  /** The parameter, and the place of the weight in it (row-major); null where the input enters unweighted. */
  readonly parameter: string | null;
  readonly at: number;
  readonly weight: Figure;
  readonly input: Figure;
}

/** The value that is explained, and where it was computed. */
interface Explained {
  readonly signal: string;
  readonly unit: number;
  readonly t: number;
  readonly result: Figure;
}

/** The learned sum under a layer and its squashing. The printed products, rest and bias add up to the printed sum. */
export interface LayerArithmetic extends Explained {
  readonly kind: 'layer';
  /** The largest products, largest first. */
  readonly products: readonly Product[];
  /** All others in one row; null where there are none. */
  readonly rest: (Figure & { readonly count: number }) | null;
  readonly bias: (Figure & { readonly parameter: string; readonly at: number }) | null;
  readonly preActivation: Figure;
  readonly op: OpName;
  readonly constants: readonly number[];
}

/** A pointwise operation on one or two values, or on none (a constant). */
export interface PointwiseArithmetic extends Explained {
  readonly kind: 'pointwise';
  readonly op: OpName;
  readonly constants: readonly number[];
  readonly operands: readonly Operand[];
}

/** A value made comparable with those of the other units: its distance from their mean, in standard deviations. */
export interface NormalisedArithmetic extends Explained {
  readonly kind: 'normalised';
  readonly operand: Operand;
  readonly mean: Figure;
  readonly deviation: Figure;
  /** The number of units over which mean and deviation are taken. */
  readonly units: number;
}

/** A value that nothing in the run computes: an input or an initial state. */
export interface GivenArithmetic extends Explained {
  readonly kind: 'given';
  readonly origin: 'input' | 'initial';
}

/** The arithmetic of a value: a layer, an operation on single units or over all of them, or a value that is given. */
export type Arithmetic = LayerArithmetic | PointwiseArithmetic | NormalisedArithmetic | GivenArithmetic;

/** The value that is asked about. */
export interface UnitRef {
  /** A slot of the tape: `f`, `f.pre`, `x`, `prev.C`. */
  readonly key: string;
  readonly t: number;
  readonly unit: number;
}

/** Returns the arithmetic of one value. `features` names the inputs; at most `limit` products are listed singly. */
export function arithmeticOf(
  cell: Cell,
  readings: Readings,
  weights: Weights,
  { key, t: asked, unit }: UnitRef,
  { features = [], limit = 6 }: { readonly features?: readonly string[]; readonly limit?: number } = {},
): Arithmetic {
  const id = idOfKey(key);
  const t = timestepOfKey(key, asked);
  const place = { signal: id, unit, t, result: figure(readings.values(id, t)[unit]) };
  if (id === 'x') return { ...place, kind: 'given', origin: 'input' };
  if (t === 0) return { ...place, kind: 'given', origin: 'initial' };

  const { op, constants, affine, args } = signalOf(cell, id);
  const operand = (ref: Ref, k: number): Operand => ({
    ...figure(readings.read(ref, t)[k]),
    key: refKey(ref),
    unit: k,
    t: ref.kind === 'previous' ? t - 1 : t,
    label: unitLabel(cell, ref, k, features),
  });
  if (!affine) {
    const { statistics } = opOf(op);
    if (statistics) {
      const values = readings.read(args[0], t);
      const { mean, deviation } = statistics(values);
      const figures = { mean: figure(mean), deviation: figure(deviation), units: values.length };
      return { ...place, kind: 'normalised', operand: operand(args[0], unit), ...figures };
    }
    const operands = args.map((ref) => operand(ref, unit));
    if (op === 'mul') {
      const [a, b] = operands;
      const texts = factors(a.value, b.value, place.result);
      return { ...place, kind: 'pointwise', op, constants, operands: operands.map((o, k) => ({ ...o, ...texts[k] })) };
    }
    if (op !== 'add') return { ...place, kind: 'pointwise', op, constants, operands };
    const { texts, total } = balanced(
      operands.map((o) => o.value),
      place.result.value,
    );
    const summands = operands.map((o, k) => ({ ...o, text: texts[k] }));
    return { ...place, kind: 'pointwise', op, constants, operands: summands, result: { ...place.result, text: total } };
  }

  const all = productsOf(affine, readings, weights, t, unit, operand);
  const bias = affine.bias === null ? null : { parameter: affine.bias, at: unit, value: weights[affine.bias][unit] };
  const { kept, rest, fixed, total } = summed(
    all,
    bias?.value ?? null,
    readings.values(preActivationOf(id), t)[unit],
    limit,
  );
  return {
    ...place,
    kind: 'layer',
    products: kept.map((product) => {
      const [weight, input] = factors(product.weight.value, product.input.value, product);
      return { ...product, weight, input };
    }),
    rest,
    bias: bias && fixed && { ...bias, ...fixed },
    preActivation: total,
    op,
    constants,
  };
}

/** Every product of the learned sum of one unit. */
function productsOf(
  { terms }: Affine,
  readings: Readings,
  weights: Weights,
  t: number,
  unit: number,
  operand: (ref: Ref, k: number) => Operand,
): readonly Product[] {
  return terms.flatMap(({ ref, weight: kind, parameter }) => {
    const size = readings.read(ref, t).length;
    const units = kind === 'matrix' ? Array.from({ length: size }, (_, k) => k) : [unit];
    return units.map((k): Product => {
      const at = kind === 'matrix' ? unit * size + k : unit;
      const weight = parameter === null ? 1 : weights[parameter][at];
      const input = operand(ref, k);
      return {
        ...input,
        parameter,
        at,
        weight: figure(weight),
        input: figure(input.value),
        value: weight * input.value,
      };
    });
  });
}
