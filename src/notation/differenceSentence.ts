import type { Cell, Parameter, Signal } from '../cell/cell.ts';
import { lengthOf, type Sizes } from '../cell/sizes.ts';
import { counted } from '../text/counts.ts';
import { comparedParameters } from './difference.ts';

const NUMBERS = ['no', 'a', 'two', 'three', 'four', 'five', 'six'];

/** Describes in one sentence the additions and changes of a cell against another; null if there is no difference. */
export function differenceSentence(before: Cell, after: Cell, sizes: Sizes): string | null {
  const { removed } = comparedParameters(before, after);
  return joined([
    listedOwn('added', before, after, sizes),
    listed('removed', named(before, after), removed, sizes),
    listed('changed', changed(before, after), [], sizes),
  ]);
}

/** Describes the additions and changes of a cell against the one beside it; null if there are none. */
export function ownSentence(cell: Cell, other: Cell, sizes: Sizes): string | null {
  return joined([listedOwn('only here', other, cell, sizes), listed('differs', changed(other, cell), [], sizes)]);
}

const listedOwn = (verb: string, other: Cell, cell: Cell, sizes: Sizes): string | null =>
  listed(verb, named(cell, other), comparedParameters(other, cell).added, sizes);

function joined(all: readonly (string | null)[]): string | null {
  const parts = all.filter((part) => part !== null);
  if (parts.length === 0) return null;
  const sentence = `${parts.join('; ')}.`;
  return sentence[0].toUpperCase() + sentence.slice(1);
}

/** `added: three peepholes, 12 weights`, or null where there is nothing. */
function listed(
  verb: string,
  labels: readonly string[],
  parameters: readonly Parameter[],
  sizes: Sizes,
): string | null {
  const peepholes = parameters.filter(({ letter }) => letter.toLowerCase() === 'p');
  const count = parameters.reduce((sum, parameter) => sum + lengthOf(parameter, sizes), 0);
  const biases = parameters.every(({ letter }) => letter === 'b');
  const things = [
    ...labels,
    ...(peepholes.length > 0 ? [peepholeText(peepholes)] : []),
    ...(count > 0 ? [counted(count, biases ? 'bias' : 'weight', biases ? 'biases' : 'weights')] : []),
  ];
  return things.length > 0 ? `${verb}: ${things.join(', ')}` : null;
}

/** `a peephole`, `three full peepholes`: those by a matrix are called full. */
function peepholeText(peepholes: readonly Parameter[]): string {
  const full = peepholes.every(({ letter }) => letter === 'P') ? 'full ' : '';
  const number = NUMBERS[peepholes.length] ?? String(peepholes.length);
  return `${number} ${full}${peepholes.length === 1 ? 'peephole' : 'peepholes'}`;
}

const isNamed = ({ info }: Signal): boolean => info.symbol !== undefined;
const signalIn = (cell: Cell, id: string): Signal | undefined => cell.signals.find((signal) => signal.id === id);

/** The labels of the signals with a letter that only the first cell has. */
const named = (cell: Cell, other: Cell): string[] =>
  cell.signals.filter((signal) => isNamed(signal) && !signalIn(other, signal.id)).map(({ info }) => info.label);

/** The labels of the signals that both have and compute by different operations. */
const changed = (before: Cell, after: Cell): string[] =>
  after.signals
    .filter((signal) => {
      const old = signalIn(before, signal.id);
      return (
        old && (old.op !== signal.op || Boolean(old.affine) !== Boolean(signal.affine) || argumentsDiffer(old, signal))
      );
    })
    .map(({ info }) => info.label);

/** True if an operation has different arguments; those of a layer are its weights. */
const argumentsDiffer = (a: Signal, b: Signal): boolean =>
  a.args.map(({ kind, id }) => `${kind} ${id}`).join() !== b.args.map(({ kind, id }) => `${kind} ${id}`).join();
