import { nameOf } from '../cells/index.ts';
import { percentage } from '../notation/number.ts';
import { rememberFirst } from '../training/tasks/rememberFirst.ts';
import { meanOf, pointAt } from './measured.ts';
import { labCells, openings } from './recipe.ts';

/** The accuracy from which on a cell counts as holding the symbol. */
const HOLDS = 0.95;
export const chance = 1 / rememberFirst.outputs.length;

const seedsOf = (cell: string, opening: number, gap: number): readonly number[] =>
  pointAt(cell, opening, gap)?.accuracy ?? [];

/** The mean of these shares, one of each seed, and how far they lie apart; `times` follows the mean. */
export function seedsSaid(seeds: readonly number[], times = ''): string {
  const [low, high] = [Math.min(...seeds), Math.max(...seeds)].map(percentage);
  return `${percentage(meanOf(seeds))}${times}${low === high ? '' : ` (${low} to ${high}, depending on the seed)`}`;
}

/** Compares the plain RNN with the LSTM at the gap. */
export function versusAt(gap: number, opening: number): string {
  const said = (cell: string, times = ''): string => seedsSaid(seedsOf(cell, opening, gap), times);
  return `Over a gap of ${gap} timesteps the plain RNN is right ${said('rnn', ' of the time')}, the LSTM ${said('lstm')}. Guessing gets ${percentage(chance)}.`;
}

/** Names the cells that remember the symbol over the gap. */
export function verdictAt(gap: number, opening: number): string {
  const means = labCells.map((cell) => ({ cell, mean: meanOf(seedsOf(cell, opening, gap)) }));
  const list = (these: readonly { readonly cell: string; readonly mean: number }[]): string =>
    these.map(({ cell, mean }) => `${nameOf(cell)} ${percentage(mean)}`).join(', ');
  const holding = means.filter(({ mean }) => mean >= HOLDS);
  const failing = means.filter(({ mean }) => mean < HOLDS);
  return [
    holding.length > 0 && `Right at least ${percentage(HOLDS)} of the time: ${list(holding)}.`,
    failing.length > 0 && `Less often: ${list(failing)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Compares the LSTM over the gap for each initial bias of its forget gates. */
export function openingWords(gap: number): string {
  const means = openings.map((bias) => meanOf(seedsOf('lstm', bias, gap)));
  if (means.every((mean) => mean >= HOLDS))
    return `Over this gap it does not matter how open the gates start: the LSTM is right at least ${percentage(Math.min(...means))} of the time.`;
  const shares = openings.map(
    (bias, k) => `${percentage(means[k])}${k === 0 ? ' of the time' : ''} with a bias of ${bias}`,
  );
  return `Gates help if they start open: over this gap the LSTM is right ${shares.join(', ')}.`;
}
