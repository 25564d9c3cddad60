import { signalOf } from '../../src/notation/equation.ts';
import { displayed, twoDecimals } from '../../src/notation/number.ts';
import { unitRequestFor, unitVotes } from '../../src/store/search/choices.ts';
import { type TokenMoment, unitExamined } from '../../src/store/search/unit.ts';
import { readWords, unitName, unitWords } from '../../src/store/search/unitWords.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import { choiceIn } from './search.ts';
import type { Examined } from './source.ts';

/** Statistics of one unit over fresh sequences, as in “About this unit” on the page. */
export function unit(examined: Examined, given: Given): Printed {
  const { derived, trained } = examined;
  const { cell } = derived;
  const signal = given.signal ?? cell.output;
  const size = cell.signals.some(({ id }) => id === signal) ? derived.tape.slot(signal).size : 0;
  const k = Number(given.unit ?? 1) - 1;
  if (size === 0) return fail(`--signal is ${signal}; choose one of ${cell.signals.map(({ id }) => id).join(', ')}.`);
  if (!(Number.isInteger(k) && k >= 0 && k < size))
    return fail(`--unit is ${given.unit}; choose a whole number from 1 to ${size}.`);
  const { task } = choiceIn(examined, given);
  const answer = unitExamined(unitRequestFor(derived, task, trained, { signal, unit: k }));
  const { highest, lowest, histogram, follows, gates } = answer;
  const votes = unitVotes(derived, k);
  const moments = (some: readonly TokenMoment[]): string[][] =>
    some.map(({ value, t, before, token, after }) => [
      displayed(value),
      String(t),
      [...before.map(tokenLabel), `[${tokenLabel(token)}]`, ...after.map(tokenLabel)].join(' '),
    ]);
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
    rows.length > 0 ? ['', plainTable(head, rows)] : [];
  return {
    text: [
      `${unitName(cell, signal, k)}: ${unitWords(answer, task.asks)}`,
      readWords(task.title, answer),
      `From ${displayed(histogram.low)} to ${displayed(histogram.high)}, on average ${displayed(histogram.mean)}; timesteps in ${histogram.counts.length} parts of this range: ${histogram.counts.join(' ')}.`,
      ...table(['highest', 'timestep', 'where'], moments(highest)),
      ...table(['lowest', 'timestep', 'where'], moments(lowest)),
      ...table(
        ['follows', 'r searched', 'r confirmed', 'by chance', 'above chance'],
        follows.map(({ label, searched, confirmed, chance, above }) => [
          label,
          ...[searched, confirmed, chance].map(twoDecimals),
          above ? 'yes' : 'no',
        ]),
      ),
      ...table(
        ['gate', 'where highest', 'always', 'where lowest'],
        gates.map(({ gate, ...means }) => [
          signalOf(cell, gate).info.label,
          ...[means.highest, means.always, means.lowest].map(twoDecimals),
        ]),
      ),
      ...table(
        ['output', 'vote per 1 of its hidden state'],
        votes.map(({ output, weight }) => [tokenLabel(output), displayed(weight)]),
      ),
    ].join('\n'),
    data: { signal, unit: k + 1, task: task.id, ...answer, votes },
  };
}
