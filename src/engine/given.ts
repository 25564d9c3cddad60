import type { Cell } from '../cell/cell.ts';
import { lengthOf, type Sizes } from '../cell/sizes.ts';
import { Refusal } from '../text/refusal.ts';
import type { Parameters } from './parameters.ts';
import type { Program } from './program.ts';

/** Initial states by id, H numbers each; a state left out starts at its declared initial value. */
export type InitialStates = Readonly<Record<string, ArrayLike<number>>>;

/** Checks all that a run is given. Refuses with a sentence that names what is known. */
export function checkRun(
  { cell, sizes }: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates,
): void {
  checkParameters(cell, sizes, parameters);
  checkSequence(x, sizes.D);
  checkInitial(cell, sizes, initial);
}

/** Checks that every parameter of the cell is there, of its length and finite, and that no other is given. */
export function checkParameters(
  cell: Cell,
  sizes: Sizes,
  parameters: Readonly<Record<string, ArrayLike<number>>>,
): void {
  checkNames(
    `${cell.name} has no parameter`,
    Object.keys(parameters),
    cell.parameters.map(({ name }) => name),
  );
  for (const parameter of cell.parameters) {
    const { name } = parameter;
    checkVector(name, Object.hasOwn(parameters, name) ? parameters[name] : undefined, lengthOf(parameter, sizes));
  }
}

/** Checks a sequence of T·D numbers. */
export function checkSequence(x: ArrayLike<number>, D: number): void {
  if (!Number.isInteger(x.length / D))
    throw new Refusal(`The sequence has ${x.length} numbers; that is not a multiple of D = ${D}.`);
  const at = firstNotFinite(x);
  if (at >= 0)
    throw new Refusal(
      `Input ${(at % D) + 1} of timestep ${Math.floor(at / D) + 1} is ${shown(x[at])}; an input must be a finite number.`,
    );
}

/** Checks that the initial states are states of the cell, of their lengths and finite. */
export function checkInitial(cell: Cell, sizes: Sizes, initial: InitialStates): void {
  checkNames(
    `${cell.name} has no state`,
    Object.keys(initial),
    cell.states.map(({ id }) => id),
  );
  for (const { id, dim } of cell.states)
    if (initial[id] !== undefined) checkVector(`The initial state ${id}`, initial[id], sizes[dim]);
}

function checkNames(start: string, given: readonly string[], known: readonly string[]): void {
  for (const name of given)
    if (!known.includes(name)) throw new Refusal(`${start} “${name}”; it has ${known.join(', ')}.`);
}

function checkVector(name: string, values: ArrayLike<number> | undefined, length: number): void {
  if (!values) throw new Refusal(`${name} needs ${length} values, but is missing.`);
  if (values.length !== length) throw new Refusal(`${name} needs ${length} values, not ${values.length}.`);
  const at = firstNotFinite(values);
  if (at >= 0)
    throw new Refusal(`${name} needs finite numbers, but value ${at + 1} of ${length} is ${shown(values[at])}.`);
}

/** The position of the first value that is not a finite number, or −1. */
function firstNotFinite(values: ArrayLike<unknown>): number {
  for (let k = 0; k < values.length; k++) if (!Number.isFinite(values[k])) return k;
  return -1;
}

/** A value that was given in place of a number, as it would be written in code. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? `the text ${JSON.stringify(value)}` : String(value);
