import type { Cell, Signal } from '../cell/cell.ts';
import type { Ref } from '../cell/slot.ts';
import { opOf } from '../ops/ops.ts';
import { MINUS, PLUS, signalOf, symbolsOf, TIMES } from './equation.ts';
import type { Formula, FunctionName } from './formula.ts';

const ONE: Formula = { kind: 'number', key: null, text: '1' };
/** 1 above 0, 0 below, ½ at 0: the derivative of the larger of two values. */
const STEP: FunctionName = { symbol: 'step', latex: '\\operatorname{step}', words: 'the step at', constants: [] };

/** A derivative; null where it is 0. */
type Slope = Formula | null;

/**
 * The factor by which one timestep multiplies the derivative of a state along its direct path, ∂(state at t)/∂(state at
 * t − 1) with all layers held constant, as it is printed: for an LSTM’s C the forget gate. Null where every way leads
 * through a layer. `directPathOf` computes the same in numbers.
 */
export function directFactorOf(cell: Cell, state: string): Formula | null {
  const write = symbolsOf(cell);
  const known = new Map<string, Slope>();
  const slopeOf = (ref: Ref): Slope => {
    if (ref.kind === 'previous') return ref.id === state ? ONE : null;
    if (ref.kind === 'input') return null;
    const before = known.get(ref.id);
    if (before !== undefined) return before;
    const signal = signalOf(cell, ref.id);
    const slope = signal.affine === null ? throughOp(signal, signal.args.map(write), signal.args.map(slopeOf)) : null;
    known.set(ref.id, slope);
    return slope;
  };
  return slopeOf({ kind: 'signal', id: state });
}

/** The chain rule of one operation, from its written arguments and their derivatives. */
function throughOp({ op, constants }: Signal, [a, b]: readonly Formula[], [da, db = null]: readonly Slope[]): Slope {
  if (da === null && db === null) return null;
  switch (op) {
    case 'identity':
      return da;
    case 'oneMinus':
      return difference(null, da);
    case 'scaleShift':
      return product({ kind: 'number', key: null, text: String(constants[0]) }, da);
    case 'add':
      return sum(da, db);
    case 'sub':
      return difference(da, db);
    case 'mul':
      return sum(product(b, da), product(a, db));
    case 'max':
      return sum(product(step(a, b), da), product(step(b, a), db));
    case 'logSign':
      return null;
    case 'div':
      return difference(ratio(da, b), product({ kind: 'fraction', key: null, above: a, below: b }, ratio(db, b)));
    default: {
      const all = b ? [a, b] : [a];
      return opOf(op).scalar ? sum(product(partial(op, all, 0), da), product(partial(op, all, 1), db)) : null;
    }
  }
}

function sum(a: Slope, b: Slope): Slope {
  return a && b ? { kind: 'infix', key: null, operator: PLUS, left: a, right: b } : (a ?? b);
}

function difference(a: Slope, b: Slope): Slope {
  if (!b) return a;
  if (!a) return product({ kind: 'number', key: null, text: '−1' }, b);
  return { kind: 'infix', key: null, operator: MINUS, left: a, right: b };
}

function product(factor: Formula, slope: Slope): Slope {
  if (!slope || slope === ONE) return slope && factor;
  return { kind: 'infix', key: null, operator: TIMES, left: factor, right: slope };
}

function ratio(slope: Slope, below: Formula): Slope {
  return slope && { kind: 'fraction', key: null, above: slope, below };
}

const step = (a: Formula, b: Formula): Formula => ({
  kind: 'call',
  key: null,
  name: STEP,
  args: [{ kind: 'infix', key: null, operator: MINUS, left: a, right: b }],
});

/** The derivative of any other operation by one of its arguments: σ′(a), or ∂₂share(a, b). */
function partial(op: Signal['op'], args: readonly Formula[], by: number): Formula {
  const { notation, words } = opOf(op);
  const [symbol, latex] =
    notation.kind === 'function' ? [notation.symbol, notation.latex] : [words, `\\text{${words}}`];
  const name =
    args.length === 1
      ? { symbol: `${symbol}′`, latex: `${latex}'` }
      : { symbol: `∂${by + 1}${symbol}`, latex: `\\partial_${by + 1}${latex}` };
  return { kind: 'call', key: null, name: { ...name, words: `the derivative of ${words}`, constants: [] }, args };
}
