import type { PatchMap } from '../../analysis/patchMap.ts';
import type { Cell } from '../../cell/cell.ts';
import { runForward } from '../../engine/forward.ts';
import type { Tape } from '../../engine/tape.ts';
import type { Inputs } from '../../io/moment.ts';
import type { LabNetwork } from '../../laboratory/networks.ts';
import { createDerive } from '../../store/derive.ts';
import { type Carrying, carryingOf, keptOf, mapOf, mapQuestion, pairOf } from '../../store/memory/memory.ts';
import { carryingWords, keptWords, signalName } from '../../store/memory/memoryWords.ts';
import { predictionsOf } from '../../store/predictions.ts';
import type { Example, Task } from '../../training/task.ts';

/** The memory of the first symbol in a network: the map of values borrowed from a run that begins with another one. */
export interface LabMemory {
  readonly cell: Cell;
  /** The tokens of the two runs. */
  readonly tokens: readonly string[];
  readonly others: readonly string[];
  readonly words: string;
  /** The map of states, candidates and gates; null if both runs answer alike. */
  readonly map: PatchMap | null;
}

/** The compared cells: one with a separate cell state, one with only a hidden state. */
export const memoryCells = ['lstm', 'gru'] as const;

/** The map of a network for the first symbol of an example and the next symbol of the task, asked at the last timestep. */
export function labMemory(network: LabNetwork, task: Task, example: Pick<Example, 'x' | 'tokens'>): LabMemory {
  const { tokens } = example;
  const { cell } = network.program;
  const other = task.outputs[(task.outputs.indexOf(tokens[0]) + 1) % task.outputs.length];
  const found = mapFor(network, task, example, tokens[0], other);
  const words = found
    ? `${carryingWords(cell, found.carrying, tokens.length)} ${found.carrying ? keptWords(cell, keptOf(found.a, found.carrying)) : ''}`.trim()
    : `It gives the same answer whether ${tokens[0]} or ${other} came first: it has lost the symbol, and there is nothing to trace.`;
  return { cell, tokens, others: [other, ...tokens.slice(1)], words, map: found && shownRows(cell, found.map) };
}

/** The map of the trained cell that the main page shows for the task, with its inputs there, and a summary over all pairs. */
export function exampleMemory(inputs: Inputs, task: Task): (LabMemory & { readonly pairs: string }) | null {
  const { program, parameters, predictions, encoded } = createDerive()(inputs);
  if (!predictions) return null;
  const network = { program, parameters, head: predictions.head };
  const carryings = task.outputs.flatMap((first) =>
    task.outputs.flatMap((other) => mapFor(network, task, encoded, first, other)?.carrying ?? []),
  );
  const count = (test: (carrying: Carrying) => boolean): number => carryings.filter(test).length;
  const lead = program.cell.states[0].id;
  const whole = count(({ states }) => states[0].least >= WHOLE);
  const single = count(({ candidates }) => candidates.every(({ least }) => least >= ENOUGH));
  return {
    ...labMemory(network, task, encoded),
    pairs: `Of ${carryings.length} pairs of different first symbols, the ${signalName(program.cell, lead)} carries the whole difference at every step in ${whole}; the candidate of any single step is enough in ${single}.`,
  };
}

/** Least shares at which a state carries the whole difference, and a candidate alone turns the answer. */
const WHOLE = 0.9;
const ENOUGH = 0.5;

/** The map for two first symbols; null where both runs answer alike. */
function mapFor(
  { program, parameters, head }: LabNetwork,
  task: Task,
  { x, tokens }: Pick<Example, 'x' | 'tokens'>,
  first: string,
  other: string,
) {
  const beginning = (symbol: string): Tape => {
    const changed = x.slice().fill(0, 0, task.inputs.length);
    changed[task.inputs.indexOf(symbol)] = 1;
    return runForward(program, parameters, changed);
  };
  const a = beginning(first);
  const predictions = predictionsOf({ ...head, outputs: task.outputs, asks: 'class' }, a);
  const pair = pairOf(a, predictions, beginning(other));
  const question = mapQuestion(pair, tokens.length, null);
  const map = question?.timestep === tokens.length ? mapOf(pair, question, null) : null;
  return map && { a, map, carrying: carryingOf(pair, map, tokens.length) };
}

/** Rows without intermediate signals: states, candidates and gates. */
function shownRows({ signals }: Cell, { rows, entries, ...map }: PatchMap): PatchMap {
  const roles = new Map(signals.map(({ id, info }) => [id, info.role]));
  const shown = rows.map((id, k) => ({ id, k })).filter(({ id }) => roles.get(id) !== 'intermediate');
  return { ...map, rows: shown.map(({ id }) => id), entries: shown.map(({ k }) => entries[k]) };
}
