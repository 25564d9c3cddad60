import { useMemo } from 'react';
import { sharing } from '../../analysis/sharing.ts';
import { withCommas } from '../../text/counts.ts';
import { comparisonWords } from './comparisonWords.ts';
import { ParameterName } from './ParameterName.tsx';
import { usePartings } from './partings.tsx';
import { RunLetter } from './runs.tsx';

/** The parameters that two runs share, and the number that each has to learn. */
export function SharedCard() {
  const { a, b } = usePartings();
  const [one, other] = [a.derived, b.derived];
  const { same, different, reshaped, onlyA, onlyB, counts } = useMemo(
    () => sharing(one.tape, other.tape),
    [one.tape, other.tape],
  );
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['The same numbers in both', same],
    ['The same shape, other numbers', different],
    ['Another shape', reshaped],
    ['Only in A', onlyA],
    [`Only in ${b.letter}`, onlyB],
  ];
  return (
    <section className="shared-card" aria-label="What is shared">
      <p>
        {comparisonWords(a, b)}
        {same.length === 0 && ' Units with the same number need not do the same in both.'}
      </p>
      <table>
        <caption className="visually-hidden">Numbers to learn</caption>
        <tbody>
          {[a, b].map((run, k) => (
            <tr key={run.letter}>
              <th scope="row">
                <RunLetter letter={run.letter} /> {run.derived.cell.name}
              </th>
              <td>{withCommas(counts[k])} numbers to learn</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {rows
          .filter(([, names]) => names.length > 0)
          .map(([title, names]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="phrases">
                {names.map((name) => (
                  <ParameterName key={name} name={name} />
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
