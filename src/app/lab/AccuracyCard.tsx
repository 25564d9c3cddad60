import { useState } from 'react';
import { declarationOf } from '../../cells/index.ts';
import { type ChartLine, LineChart } from '../../components/charts/LineChart.tsx';
import { Segmented } from '../../components/controls/Segmented.tsx';
import { percentage } from '../../notation/number.ts';
import { logistic } from '../../ops/exp.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { useLab, useSetting } from './labStore.ts';
import { meanOf, pointAt, pointsOf } from './measured.ts';
import { type OwnPoint, RunPoint } from './RunPoint.tsx';
import { BATCH, gaps, labCells, MEASURED, openings, shipped } from './recipe.ts';
import { learnedBy, unitsFor } from './sizes.ts';

const openingChoices = openings.map((opening) => ({
  value: String(opening),
  label: `${opening}: keeps ${percentage(logistic(opening))}`,
}));

/** The accuracy from which on a cell counts as holding the symbol. */
const HOLDS = 0.95;
const chance = 1 / rememberFirst.outputs.length;

const nameOf = (cell: string): string => declarationOf(cell)?.name ?? cell;

/** Accuracy against gap for all cells as it was measured, what it is at the chosen gap, and a run of the reader's own. */
export function AccuracyCard() {
  const gap = useSetting('gap');
  const opening = useSetting('opening');
  const lab = useLab();
  const [own, setOwn] = useState<readonly OwnPoint[]>([]);
  const lines = labCells.map((cell, k): ChartLine => {
    const points = pointsOf(cell, opening);
    return {
      name: nameOf(cell),
      tone: `series-${k + 1}`,
      dots: true,
      points: points.map(({ gap: at, accuracy }) => [at, meanOf(accuracy)]),
      band: points.map(({ gap: at, accuracy }) => [at, Math.min(...accuracy), Math.max(...accuracy)]),
    };
  });
  const yours = own.map(
    ({ cell, gap: at, accuracy }, k): ChartLine => ({
      name: `your ${nameOf(cell)}, run ${k + 1}`,
      tone: 'own',
      dots: true,
      points: [[at, meanOf(accuracy)]],
    }),
  );
  const verdict = verdictAt(gap, opening);
  return (
    <section className="card" aria-labelledby="accuracy">
      <h2 id="accuracy">How often it is right</h2>
      <p className="prose">{verdict}</p>
      <p className="prose">
        Gates help where they start open. Over this gap the LSTM is right in{' '}
        {openings
          .map((bias) => `${percentage(meanOf(pointAt('lstm', bias, gap)?.accuracy ?? []))} (bias ${bias})`)
          .join(', ')}{' '}
        of its answers, the plain RNN in {percentage(meanOf(pointAt('rnn', 0, gap)?.accuracy ?? []))}.
      </p>
      <div className="accuracy">
        <div className="measured">
          <div className="controls">
            <Segmented
              legend="gates that keep the memory start at a bias of"
              legendShown
              choices={openingChoices}
              value={String(opening)}
              onChange={(value) => lab.set({ opening: Number(value) })}
            />
          </div>
          <LineChart
            title="Right answers"
            x={{ label: 'gap', domain: [0, Math.max(...gaps, ...own.map((point) => point.gap))] }}
            y={{ label: 'right', domain: [0, 1], format: (share) => `${Math.round(100 * share)}\u202f%` }}
            lines={[...lines, ...yours]}
            rule={{ value: chance, label: 'guessing' }}
            mark={{ value: gap, label: `gap ${gap}` }}
            summary={verdict}
          />
          <Table />
          <p className="hint">
            The line is the mean of {shipped.seeds} seeds, the band goes from the worst to the best of them. Each run
            made {shipped.updates} updates of {BATCH} sequences with Adam, at whichever of the learning rates{' '}
            {shipped.rates.join(' and ')} did better for the cell at that gap, and was measured on {MEASURED} sequences
            it had never seen. All cells learn about {shipped.parameters} numbers. <code>npm run lab</code> computes all
            of it anew.
          </p>
        </div>
        <RunPoint onRun={(point) => setOwn([...own, point])} />
      </div>
    </section>
  );
}

/** Which cells hold the symbol over the gap, in a sentence with numbers. */
function verdictAt(gap: number, opening: number): string {
  const means = labCells.map((cell) => ({ cell, mean: meanOf(pointAt(cell, opening, gap)?.accuracy ?? []) }));
  const list = (these: readonly { readonly cell: string; readonly mean: number }[]): string =>
    these.map(({ cell, mean }) => `${nameOf(cell)} ${percentage(mean)}`).join(', ');
  const holding = means.filter(({ mean }) => mean >= HOLDS);
  const failing = means.filter(({ mean }) => mean < HOLDS);
  const held = holding.length > 0 ? `Over a gap of ${gap} these are right: ${list(holding)}.` : '';
  const failed = failing.length > 0 ? `These are not${held ? '' : ` over a gap of ${gap}`}: ${list(failing)}.` : '';
  return [held, failed, `Guessing gives ${percentage(chance)}.`].filter(Boolean).join(' ');
}

/** The five cells at the chosen gap, a seed a column. */
function Table() {
  const gap = useSetting('gap');
  const opening = useSetting('opening');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key
    <section className="scroller" aria-label="Right answers, seed by seed" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">gap {gap}</th>
            <th scope="col">units</th>
            <th scope="col">learned</th>
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
