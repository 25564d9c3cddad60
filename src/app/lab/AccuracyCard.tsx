import { useState } from 'react';
import { nameOf } from '../../cells/index.ts';
import { type ChartLine, LineChart } from '../../components/charts/LineChart.tsx';
import { Segmented } from '../../components/controls/Segmented.tsx';
import { chance, openingWords, verdictAt, versusAt } from '../../laboratory/accuracyWords.ts';
import { meanOf, pointsOf } from '../../laboratory/measured.ts';
import { BATCH, gaps, labCells, MEASURED, openings, shipped } from '../../laboratory/recipe.ts';
import { percentage } from '../../notation/number.ts';
import { logistic } from '../../ops/exp.ts';
import { AccuracyTable } from './AccuracyTable.tsx';
import { useLab, useSetting } from './labStore.ts';
import { type OwnPoint, RunPoint } from './RunPoint.tsx';

const openingChoices = openings.map((opening) => ({
  value: String(opening),
  label: `${opening}: ${percentage(logistic(opening))}`,
}));

/** The gaps that are written at the axis: those that leave each other room. */
const TICKS = [2, 5, 10, 20, 40, 100, 200];
/** The least distance between the names of the lines: a line of text on the smallest chart. */
const APART = 0.075;

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
  const versus = versusAt(gap, opening);
  const verdict = verdictAt(gap, opening);
  return (
    <section className="card stack" aria-labelledby="accuracy">
      <h2 id="accuracy">How often the answer is right</h2>
      <p className="prose lead-words">{versus}</p>
      <p className="prose">{verdict}</p>
      <div className="accuracy">
        <div className="stack measured">
          <LineChart
            title={`Right answers, ${shipped.seeds} seeds each: their mean, and a band from the worst to the best`}
            x={{
              label: 'gap in timesteps, logarithmic',
              domain: [Math.min(...gaps), Math.max(...gaps)],
              log: true,
              ticks: TICKS,
            }}
            y={{ label: 'right', domain: [0, 1], format: (share) => `${Math.round(100 * share)}\u202f%` }}
            lines={[...lines, ...yours]}
            ends={APART}
            rule={{ value: chance, label: 'guessing' }}
            mark={{ value: gap, label: `gap ${gap}` }}
            summary={`${versus} ${verdict}`}
          />
          <div className="controls">
            <Segmented
              legend="initial forget bias: share kept per timestep"
              legendShown
              choices={openingChoices}
              value={String(opening)}
              onChange={(value) => lab.set({ opening: Number(value) })}
            />
          </div>
          <p className="prose">
            {openingWords(gap)} In a GRU the bias is that of 1 − z. A plain RNN has no gates and is the same at every
            bias.
          </p>
          <AccuracyTable />
        </div>
        <div className="stack">
          <RunPoint onRun={(point) => setOwn([...own, point])} />
          <p className="hint">
            Each shipped run made {shipped.updates} updates of {BATCH} sequences with Adam, at the better of the
            learning rates {shipped.rates.join(' and ')} for the cell at that gap, and was measured on {MEASURED}{' '}
            sequences it had never seen. All cells learn about {shipped.parameters} numbers. <code>npm run lab</code>{' '}
            computes everything again.
          </p>
        </div>
      </div>
    </section>
  );
}
