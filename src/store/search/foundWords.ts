import { holdsIn, type Search } from '../../analysis/unitSearch.ts';
import { twoDecimals } from '../../notation/number.ts';
import { withCommas } from '../../text/counts.ts';
import type { SearchAnswer } from './search.ts';

/** Tells the number of units that follow the track, and the number expected by chance. */
export function foundWords(asked: string, search: Search): string {
  const telling = search.found.filter((one) => holdsIn(search, one));
  return `${telling.length} of ${search.found.length} units follow “${asked}” more closely than chance, in both halves of the sequences; by chance the best would reach ${twoDecimals(search.chance)}.`;
}

/** Names the sequences that were searched. */
export function searchedWords(task: string, { search: { samples }, level, asked }: SearchAnswer): string {
  const why = asked
    ? 'at which this cell was trained'
    : 'the initial level of the task, because the level at which this cell was trained is unknown';
  return `Correlation r over fresh sequences of “${task}” at level ${level}, ${why}: ${withCommas(samples[0])} timesteps were searched, and ${withCommas(samples[1])} others confirm.`;
}
