import { parting, partings } from '../../src/analysis/parting.ts';
import { partingTerms } from '../../src/analysis/partingTerms.ts';
import { sharing } from '../../src/analysis/sharing.ts';
import { displayed } from '../../src/notation/number.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';

/**
 * Compares the run with that of `--beside`, of `--other`, or with itself without interventions: the timestep at which they
 * part, the terms that make the difference, and the parameters they share.
 */
export function compare(examined: Examined, { threshold = '0.05' }: Given): Printed {
  const limit = Number(threshold);
  if (!(limit >= 0 && Number.isFinite(limit))) return fail(`--threshold is ${threshold}; choose a number from 0.`);
  const { derived, free, beside, other, interventions } = examined;
  const [a, b] = beside !== null ? [derived, beside] : interventions.length > 0 ? [free, derived] : [derived, other];
  if (!b)
    return fail(
      'Choose what to compare the run with: --beside preset, --other sequence, or an intervention such as --hold.',
    );
  const first = parting(a.tape, b.tape, limit);
  const terms = first ? partingTerms(a.tape, b.tape, first) : [];
  const shared = sharing(a.tape, b.tape);
  const later = partings(a.tape, b.tape, limit);
  const table = plainTable(
    ['term', 'parameter', 'in A', 'in B', 'share'],
    terms.map(({ from, parameter, a: inA, b: inB, share }) => [
      from,
      parameter ?? '',
      ...[inA, inB].map((value) => (value === null ? '' : displayed(value))),
      displayed(share),
    ]),
  );
  const place = first && (first.timestep === 0 ? 'at the start' : `at timestep ${first.timestep}`);
  return {
    text: [
      first
        ? `They part ${place} in ${first.signal}, unit ${first.unit + 1}: ${displayed(first.a)} in A, ${displayed(first.b)} in B.`
        : `No value of the two differs by more than ${displayed(limit)}.`,
      ...(terms.length > 0 ? [table] : []),
      ...(later.length > 0
        ? [`Signals begin to differ at: ${later.map(({ timestep, signal }) => `${signal}@${timestep}`).join(', ')}.`]
        : []),
      '',
      sharedText(shared),
    ].join('\n'),
    data: { threshold: limit, first, terms, partings: later, sharing: shared },
  };
}

function sharedText({ same, different, reshaped, onlyA, onlyB, counts }: ReturnType<typeof sharing>): string {
  const named = (words: string, names: readonly string[]): string[] =>
    names.length > 0 ? [`${words}: ${names.join(', ')}.`] : [];
  return [
    `A has ${counts[0]} numbers to learn, B ${counts[1]}.`,
    ...named('The same in both', same),
    ...named('Of one shape, with other numbers', different),
    ...named('Of another shape', reshaped),
    ...named('Only in A', onlyA),
    ...named('Only in B', onlyB),
  ].join('\n');
}
