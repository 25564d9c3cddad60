import { OPEN, SHUT, saturationByGate } from '../../src/analysis/saturation.ts';
import { holdsIn } from '../../src/analysis/unitSearch.ts';
import { signalOf } from '../../src/notation/equation.ts';
import { percentage, twoDecimals } from '../../src/notation/number.ts';
import { type Choice, chosen, requestFor, searchable } from '../../src/store/search/choices.ts';
import { foundWords, searchedWords } from '../../src/store/search/foundWords.ts';
import { SEQUENCES, type SearchAnswer, searched } from '../../src/store/search/search.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';

/** Correlation of every unit of every signal with a track, as in “Find the unit” on the page. */
export function units(examined: Examined, given: Given): Printed {
  const { choice, answer } = searchIn(examined, given);
  const { search } = answer;
  const rows = search.found.map((one) => [
    `${labelOf(examined, one.signal)}, unit ${one.unit + 1}`,
    one.signal,
    twoDecimals(one.searched),
    twoDecimals(one.confirmed),
    holdsIn(search, one) ? 'yes' : 'no',
  ]);
  return {
    text: [
      foundWords(choice.track.label, search),
      searchedWords(choice.task.title, answer),
      '',
      plainTable(['unit', 'signal', 'r searched', 'r confirmed', 'above chance'], rows),
    ].join('\n'),
    data: {
      ...aboutSearch(choice, answer),
      chance: search.chance,
      samples: { searched: search.samples[0], confirmed: search.samples[1] },
      found: search.found.map((one) => ({ ...one, unit: one.unit + 1, aboveChance: holdsIn(search, one) })),
    },
  };
}

/** Share of timesteps at which the gates are saturated, over the same sequences. */
export function saturation(examined: Examined, given: Given): Printed {
  const { choice, answer } = searchIn(examined, given);
  const row = (name: string, { open, shut }: { readonly open: number; readonly shut: number }): string[] => [
    name,
    percentage(open),
    percentage(shut),
  ];
  const gates = saturationByGate(answer.saturation);
  if (gates.length === 0) return fail('This cell has no gate between 0 and 1, so there is none that could saturate.');
  const header = [`open (above ${OPEN})`, `shut (below ${SHUT})`];
  const one = ({ signal, unit }: (typeof answer.saturation)[number]): string =>
    `${labelOf(examined, signal)}, unit ${unit + 1}`;
  return {
    text: [
      `Shares of all timesteps of ${SEQUENCES} fresh sequences of “${choice.task.title}” at level ${answer.level}.`,
      '',
      plainTable(
        ['gate, mean of its units', ...header],
        gates.map((gate) => row(labelOf(examined, gate.signal), gate)),
      ),
      '',
      plainTable(
        ['unit', ...header],
        answer.saturation.map((unit) => row(one(unit), unit)),
      ),
    ].join('\n'),
    data: {
      ...aboutSearch(choice, answer),
      gates,
      units: answer.saturation.map((unit) => ({ ...unit, unit: unit.unit + 1 })),
    },
  };
}

const labelOf = ({ derived }: Examined, signal: string): string => signalOf(derived.cell, signal).info.label;

const aboutSearch = ({ task, track }: Choice, { level, asked }: SearchAnswer) => ({
  task: task.id,
  track: track.id,
  level,
  levelOfTraining: asked,
  sequences: SEQUENCES,
});

/** The page's search for this cell, or for the named task and track. */
function searchIn(examined: Examined, given: Given): { choice: Choice; answer: SearchAnswer } {
  const choice = choiceIn(examined, given);
  return { choice, answer: searched(requestFor(examined.derived, choice, examined.trained)) };
}

/** The named task and track, or the page's choice for this cell. */
export function choiceIn({ derived, trained }: Examined, given: Given): Choice {
  const fitting = searchable(derived.encoded.features, trained);
  if (fitting.length === 0)
    return fail(
      'This cell does not read the inputs of a task, so there is no track to follow. Only the first of several layers is searched (--layer 1); name the data of your own model with --text or --table.',
    );
  const choice = chosen(fitting, given, trained);
  if (!choice) return fail('The task has no track that a unit could follow. Choose another with --task.');
  named(
    'task',
    given.task,
    choice.task.id,
    fitting.map(({ id }) => id),
  );
  named(
    'track',
    given.track,
    choice.track.id,
    choice.task.tracks.map(({ id }) => id),
  );
  return choice;
}

/** Ends the command if a word is not among the choices. */
function named(option: string, wished: string | undefined, taken: string, offered: readonly string[]): void {
  if (wished !== undefined && wished !== taken) fail(`--${option} is ${wished}; choose ${offered.join(', ')}.`);
}
