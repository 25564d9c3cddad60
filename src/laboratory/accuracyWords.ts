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

/** Compares the plain RNN with the LSTM at the gap. */
export function versusAt(gap: number, opening: number): string {
  const said = (cell: string): string => {
    const seeds = seedsOf(cell, opening, gap);
    const [low, high] = [Math.min(...seeds), Math.max(...seeds)].map(percentage);
    return `${percentage(meanOf(seeds))}${low === high ? '' : ` (from ${low} to ${high}, by seed)`}`;
  };
  return `Over a gap of ${gap} timesteps the plain RNN answers right in ${said('rnn')}, the LSTM in ${said('lstm')}. Guessing gives ${percentage(chance)}.`;
}

/** Names the cells that remember the symbol over the gap. */
export function verdictAt(gap: number, opening: number): string {
  const means = labCells.map((cell) => ({ cell, mean: meanOf(seedsOf(cell, opening, gap)) }));
  const list = (these: readonly { readonly cell: string; readonly mean: number }[]): string =>
    these.map(({ cell, mean }) => `${nameOf(cell)} ${percentage(mean)}`).join(', ');
  const holding = means.filter(({ mean }) => mean >= HOLDS);
  const failing = means.filter(({ mean }) => mean < HOLDS);
  return [
    holding.length > 0 && `Right in ${percentage(HOLDS)} or more: ${list(holding)}.`,
    failing.length > 0 && `Right in less: ${list(failing)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Compares the LSTM over the gap for each initial bias of its forget gates. */
export function openingWords(gap: number): string {
  const means = openings.map((bias) => meanOf(seedsOf('lstm', bias, gap)));
  if (means.every((mean) => mean >= HOLDS))
    return `Over this gap it does not matter how open the gates start: the LSTM is right in ${percentage(Math.min(...means))} or more.`;
  const shares = openings.map((bias, k) => `${percentage(means[k])} at a bias of ${bias}`);
  return `Gates help where they start open: over this gap the LSTM is right in ${shares.join(', in ')}.`;
}
