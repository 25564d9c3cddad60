import type { Affine, Cell, Signal } from '../cell/cell.ts';
import type { Letter } from '../cell/declaration.ts';
import { preActivationOf, type Ref, refKey } from '../cell/slot.ts';
import { opOf, ops } from '../ops/ops.ts';
import type { Formula, FunctionName, Operator, Subscript } from './formula.ts';

/** A printed equation of one signal. Signals without a letter are written out on its right-hand side. */
export interface Equation {
  readonly signal: string;
  readonly stage: string;
  readonly label: string;
  readonly left: Formula;
  readonly right: Formula;
}

/** Writes a reference: a letter now or before, or the expression of a signal that has no letter. */
export type Writer = (ref: Ref) => Formula;

export const PLUS: Operator = { ...ops.add.notation, words: ops.add.words };
export const MINUS: Operator = { symbol: '−', latex: '-', precedence: 1, words: 'minus' };
/** A number times a vector, or two numbers. */
export const DOT: Operator = { symbol: '·', latex: '\\cdot', precedence: 2, words: 'times' };
const ONE: Formula = { kind: 'number', key: null, text: '1' };

/** The letter of a signal or input; null for a signal that is folded into others. */
export function letterOf(cell: Cell, id: string): Letter | null {
  if (id === 'x') return { letter: 'x' };
  const symbol = signalOf(cell, id).info.symbol;
  return symbol === undefined ? null : typeof symbol === 'string' ? { letter: symbol } : symbol;
}

/** The signal with this id. Throws an error if the cell has none. */
export function signalOf(cell: Cell, id: string): Signal {
  const signal = cell.signals.find((s) => s.id === id);
  if (!signal) throw new Error(`${cell.name} has no signal “${id}”`);
  return signal;
}

/** The equations of a cell: one for each signal that has a letter, in the order in which they are computed. */
export function equationsOf(cell: Cell): readonly Equation[] {
  return cell.signals.filter((s) => letterOf(cell, s.id)).map((s) => equationOf(cell, s.id));
}

/** The equation of any signal; a signal without a letter is named by its label. */
export function equationOf(cell: Cell, id: string): Equation {
  const signal = signalOf(cell, id);
  const letter = letterOf(cell, id);
  const left: Formula = letter
    ? { kind: 'letter', key: id, letter, subscript: 't' }
    : { kind: 'word', key: id, text: signal.info.label };
  return {
    signal: id,
    stage: signal.info.stage,
    label: signal.info.label,
    left,
    right: formulaOf(cell, signal, symbolsOf(cell)),
  };
}

/** The writer that prints letters with their time. */
export function symbolsOf(cell: Cell): Writer {
  const write: Writer = (ref) => {
    const letter = letterOf(cell, ref.id);
    if (!letter) return formulaOf(cell, signalOf(cell, ref.id), write);
    const subscript: Subscript = ref.kind === 'previous' ? 't−1' : 't';
    return { kind: 'letter', key: refKey(ref), letter, subscript };
  };
  return write;
}

/** The right-hand side of a signal, its references written by `write`. */
export function formulaOf(cell: Cell, signal: Signal, write: Writer): Formula {
  const { id, op, constants, affine } = signal;
  const args = affine
    ? [sumOf(cell, affine, op === 'identity' ? id : preActivationOf(id), write)]
    : signal.args.map(write);
  return applied(op, args, constants, id);
}

/** An operation on written arguments. */
export function applied(
  op: Signal['op'],
  args: readonly Formula[],
  constants: readonly number[],
  key: string | null,
): Formula {
  const { notation, words } = opOf(op);
  const [a, b] = args;
  switch (notation.kind) {
    case 'constant':
      return { kind: 'number', key, text: notation.symbol };
    case 'identity':
      return a;
    case 'oneMinus':
      return { kind: 'infix', key, operator: MINUS, left: ONE, right: a };
    case 'share': {
      const [first, second] = args.map((arg) => applied('sigmoid', [arg], [], null));
      return { kind: 'fraction', key, above: first, below: { kind: 'sum', key: null, terms: [first, second] } };
    }
    case 'scaleShift': {
      const [slope, shift] = constants;
      const constant = (value: number): Formula => ({ kind: 'number', key: null, text: String(value) });
      const scaled: Formula =
        slope === 1
          ? a
          : { kind: 'infix', key: shift === 0 ? key : null, operator: DOT, left: constant(slope), right: a };
      if (shift === 0) return scaled;
      const operator = shift < 0 ? MINUS : PLUS;
      return { kind: 'infix', key, operator, left: scaled, right: constant(Math.abs(shift)) };
    }
    case 'function': {
      const name: FunctionName = { symbol: notation.symbol, latex: notation.latex, words, constants };
      return { kind: 'call', key, name, args };
    }
    case 'infix':
      if (op === 'div') return { kind: 'fraction', key, above: a, below: b };
      return { kind: 'infix', key, operator: { ...notation, words }, left: a, right: b };
  }
}

/** Two vectors, unit by unit. */
export const TIMES: Operator = { ...ops.mul.notation, words: ops.mul.words };

/** W x + U h + p ⊙ C + b: what comes from the input first, the bias last. */
function sumOf(cell: Cell, { terms, bias }: Affine, key: string, write: Writer): Formula {
  const inputFirst = [...terms.filter((t) => t.ref.kind === 'input'), ...terms.filter((t) => t.ref.kind !== 'input')];
  const written = inputFirst.map(({ ref, weight, parameter }): Formula => {
    const source = write(ref);
    if (parameter === null) return source;
    const weights = parameterLetter(cell, parameter);
    return weight === 'diagonal'
      ? { kind: 'infix', key: null, operator: TIMES, left: weights, right: source }
      : { kind: 'product', parts: [weights, source] };
  });
  return { kind: 'sum', key, terms: bias === null ? written : [...written, parameterLetter(cell, bias)] };
}

function parameterLetter(cell: Cell, name: string): Formula {
  const parameter = cell.parameters.find((p) => p.name === name);
  if (!parameter) throw new Error(`${cell.name} has no parameter “${name}”`);
  return { kind: 'parameter', name, letter: parameter.letter, subscript: parameter.subscript };
}
