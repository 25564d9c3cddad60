import type { Cell } from '../../cell/cell.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { plainOf } from '../../notation/linear.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { likeliest, type OutputRow, outputText } from '../../notation/outputs.ts';
import { inQuotes } from '../../text/tokens.ts';
import type { Carried, Carrying, Entry, Kept, MapQuestion, Readings, Strongest } from './memory.ts';

/** Least shares at which a value carries the whole difference, and a good part of it. */
const ALL = 0.9;
const PART = 0.5;

/** A share as a lower or upper bound in whole percent. */
const above = (share: number): string => percentage(Math.ceil(100 * Math.max(0.001, share)) / 100);
const below = (share: number): string => percentage(Math.floor(100 * share) / 100);

/** A signal by label and letter: “cell state C”; by its label alone where it has no letter. */
export function signalName(cell: Cell, id: string): string {
  const letter = letterOf(cell, id);
  const { label } = signalOf(cell, id).info;
  return letter ? `${label} ${plainOf({ kind: 'letter', key: null, letter, subscript: '' })}` : label;
}

/** Names the states that carry the difference from the inputs to the question, and the role of a single candidate or gate on the way. */
export function carryingWords(cell: Cell, carrying: Carrying | null, timestep: number): string {
  if (!carrying)
    return `No timestep lies between the last input that differs and the answer at ${timestep}: nothing has to be remembered.`;
  const { from, until, states } = carrying;
  const when = from === until ? `At timestep ${from}` : `At every timestep from ${from} to ${until}`;
  const whole = states.filter(({ least }) => least >= ALL);
  const rest = states.filter((state) => !whole.includes(state));
  const name = ({ id }: Carried): string => signalName(cell, id);
  const named = whole.map(name).join(' and the ');
  const atMost = (some: readonly Carried[]): string =>
    some.map((one) => `the ${name(one)} moves it by at most ${above(one.most)}`).join(', ');
  const between = (some: readonly Carried[]): string =>
    some.map((one) => `the ${name(one)} moves it by ${below(one.least)} to ${above(one.most)}`).join(', ');
  return [sentence(), ...anew(cell, carrying)].join(' ');

  function sentence(): string {
    if (states.length === 1 && whole.length === 1)
      return `${when} the ${named} carries the whole difference: this cell has no other memory.`;
    if (whole.length === 0)
      return `No state alone carries the difference ${from === until ? when.toLowerCase() : `all the way from timestep ${from} to ${until}`}: ${between(rest)}.`;
    const least = below(Math.min(...whole.map((one) => one.least)));
    const only = rest.length > 0 && rest.every(({ most }) => most < PART);
    const carries = whole.length === 1 ? 'carries' : 'each carry';
    const others = rest.length > 0 ? `; ${atMost(rest)}` : '';
    return `${when} ${only ? 'only ' : ''}the ${named} ${carries} the difference: borrowed alone, it moves the answer at least ${least} of the way${others}.`;
  }
}

/** Describes the part of candidates and gates on the way. */
function anew(cell: Cell, { candidates, gates }: Carrying): string[] {
  const [candidate] = candidates;
  if (!candidate) return [];
  const name = signalName(cell, candidate.id);
  const most = above(candidate.most);
  const gate = gates.length > 0 ? Math.max(...gates.map((one) => one.most)) : null;
  const noGate = gate === null ? '' : `, no gate by more than ${above(gate)}`;
  if (candidate.least >= PART)
    return [
      `The ${name} of any single timestep moves it by ${below(candidate.least)} to ${most}${noGate}: one write is enough to change the memory.`,
    ];
  if (candidate.most >= PART) return [];
  return [`No ${name} of a single timestep on the way moves it by more than ${most}${noGate}.`];
}

/** Tells the share of a state that its gates keep from step to step, and over all steps. */
export function keptWords(cell: Cell, kept: Kept | null): string {
  if (!kept) return 'No gate keeps anything: the whole hidden state is rewritten at every step.';
  const { state, mean, most, unit, steps } = kept;
  return `Its gates keep ${percentage(mean)} of the ${signalName(cell, state)} at each step on average and rewrite the rest; over all ${steps} steps unit ${unit + 1} keeps most: ${percentage(most)}.`;
}

/** Describes the effect of one borrowed value on the answer. */
export function borrowedWords(
  cell: Cell,
  { signal, unit, t }: Entry,
  { timestep, output }: MapQuestion,
  outputs: readonly string[] | null,
  { a, b, borrowed, share }: Readings,
): string {
  const what = `${unit === null ? '' : `unit ${unit + 1} of `}the ${signalName(cell, signal)} of timestep ${t}`;
  const taking = `Taking only ${what} from the other run`;
  const way = percentage(share);
  if (outputs === null || !a.probabilities) {
    const at = outputs === null ? 0 : output;
    const of = outputs === null ? `unit ${output + 1} of the ${signalName(cell, cell.output)}` : 'the answer';
    const value = (row: OutputRow): string => displayed(row.y[at]);
    return `${taking} moves ${of} at timestep ${timestep} from ${value(a)} to ${value(borrowed)}: ${way} of the way to ${value(b)}.`;
  }
  const [before, now, other] = [a, borrowed, b].map(({ y }) => likeliest(y));
  const answer = (k: number): string => `${inQuotes(outputs[k])} (${outputText(borrowed, k)})`;
  if (now === other) return `${taking} turns the answer at timestep ${timestep} into ${answer(now)}.`;
  if (now === before)
    return `${taking} leaves the answer at timestep ${timestep} at ${answer(now)}: ${way} of the way to ${inQuotes(outputs[other])}.`;
  return `${taking} turns the answer at timestep ${timestep} into ${answer(now)}, which neither run gives.`;
}

/** Caveats: a map localises but does not explain, and units may share a memory. */
export function limitsWords(
  cell: Cell,
  { signal, t }: Pick<Entry, 'signal' | 't'>,
  strongest: Strongest | null,
): string {
  const limits = 'The map localises but does not explain: a borrowed value can be one that this cell would never have.';
  if (!strongest) return limits;
  const { unit, share } = strongest;
  const name = signalName(cell, signal);
  const units =
    share >= ALL
      ? `One unit carries the memory: at timestep ${t}, unit ${unit + 1} of the ${name} alone moves the answer ${percentage(share)} of the way.`
      : `Several units share the memory: at timestep ${t}, the most that one unit of the ${name} carries is ${percentage(share)} (unit ${unit + 1}).`;
  return `${limits} ${units}`;
}
