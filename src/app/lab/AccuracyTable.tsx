import { nameOf } from '../../cells/index.ts';
import { meanOf, pointAt } from '../../laboratory/measured.ts';
import { labCells, shipped } from '../../laboratory/recipe.ts';
import { learnedBy, unitsFor } from '../../laboratory/sizes.ts';
import { percentage } from '../../notation/number.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { useSetting } from './labStore.ts';

/** The five cells at the chosen gap, a seed a column. */
export function AccuracyTable() {
  const gap = useSetting('gap');
  const opening = useSetting('opening');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key
    <section className="scroller" aria-label="Right answers, seed by seed" tabIndex={0}>
      <table className="number-table">
        <thead>
          <tr>
            <th scope="col">gap {gap}</th>
            <th scope="col">units</th>
            <th scope="col">parameters</th>
            <th scope="col">mean</th>
            {Array.from({ length: shipped.seeds }, (_, k) => (
              <th key={k + 1} scope="col">
                seed {k + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labCells.map((cell) => {
            const H = unitsFor(cell, shipped.parameters, rememberFirst);
            const accuracy = pointAt(cell, opening, gap)?.accuracy ?? [];
            return (
              <tr key={cell}>
                <th scope="row">{nameOf(cell)}</th>
                <td>{H}</td>
                <td>{learnedBy(cell, H, rememberFirst)}</td>
                <td>
                  <b>{percentage(meanOf(accuracy))}</b>
                </td>
                {accuracy.map((share, k) => (
                  <td key={k}>{percentage(share)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
