import { useEffect, useRef, useState } from 'react';
import { nameOf } from '../../cells/index.ts';
import { Dropdown } from '../../components/controls/Dropdown.tsx';
import { NumberField } from '../../components/parameters/NumberField.tsx';
import { Button } from '../../components/primitives/Button.tsx';
import { Fault } from '../../components/primitives/Fault.tsx';
import { asShipped, meanOf, pointAt } from '../../laboratory/measured.ts';
import type { PointReport } from '../../laboratory/pointMessages.ts';
import { labCells, limits, type PointSettings } from '../../laboratory/recipe.ts';
import { learnedBy, unitsFor } from '../../laboratory/sizes.ts';
import { percentage } from '../../notation/number.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { useSetting } from './labStore.ts';
import { trainPoint } from './trainPoint.ts';

/** A point that the reader had trained. */
export interface OwnPoint {
  readonly cell: string;
  readonly gap: number;
  readonly accuracy: readonly number[];
}

const choices = labCells.map((cell) => ({ value: cell, label: nameOf(cell) }));
const fields = [
  { name: 'gap', label: 'Gap', step: 1, whole: true },
  { name: 'opening', label: 'Initial gate bias', step: 0.5, whole: false },
  { name: 'parameters', label: 'Parameters', step: 50, whole: true },
  { name: 'updates', label: 'Updates', step: 100, whole: true },
  { name: 'rate', label: 'Learning rate', step: 0.001, whole: false },
  { name: 'seeds', label: 'Seeds', step: 1, whole: true },
] as const;

interface Run {
  readonly cell: string;
  readonly settings: PointSettings;
  readonly seed: number;
  readonly update: number;
  readonly accuracy: readonly number[];
  readonly state: 'running' | 'cancelled' | 'done';
  /** Sentences on runs that had to stop. */
  readonly said: readonly string[];
}

/** One point trained anew in the page, at the shipped setting or at any other. */
export function RunPoint({ onRun }: { readonly onRun: (point: OwnPoint) => void }) {
  const gap = useSetting('gap');
  const opening = useSetting('opening');
  const [cell, setCell] = useState('lstm');
  const [changed, setChanged] = useState<Partial<PointSettings>>({});
  /** Counts how often the fields were made anew: with that goes what was typed and refused. */
  const [fresh, setFresh] = useState(0);
  const [run, setRun] = useState<Run | null>(null);
  const end = useRef<() => void>(() => {});
  useEffect(() => () => end.current(), []);

  const initial = asShipped(cell, opening, gap);
  const settings: PointSettings = { ...initial, ...changed };
  const H = unitsFor(cell, settings.parameters, rememberFirst);

  const start = (): void => {
    end.current();
    const { gap: g, opening: o, parameters, updates, rate, seeds } = settings;
    let now: Run = { cell, settings, seed: 1, update: 0, accuracy: [], state: 'running', said: [] };
    const tell = (change: Partial<Run>): void => {
      now = { ...now, ...change };
      setRun(now);
    };
    tell({});
    end.current = trainPoint(
      { cell, settings: { gap: g, opening: o, parameters, updates, rate, seeds } },
      (report: PointReport) => {
        if (report.kind === 'progress') tell({ seed: report.seed, update: report.update });
        else if (report.kind === 'seed')
          tell({
            accuracy: [...now.accuracy, report.accuracy],
            said: report.stopped ? [...now.said, report.stopped] : now.said,
          });
        else if (report.kind === 'fault') tell({ state: 'cancelled', said: [...now.said, report.sentence] });
        else {
          tell({ state: 'done' });
          onRun({ cell, gap: g, accuracy: now.accuracy });
        }
      },
    );
  };
  const cancel = (): void => {
    end.current();
    if (run) setRun({ ...run, state: 'cancelled' });
  };
  const same = Object.entries(initial).every(([name, value]) => settings[name as keyof PointSettings] === value);
  return (
    <section className="stack well run-point" aria-labelledby="run-point">
      <h3 id="run-point">Run this point again</h3>
      <div className="controls">
        <Dropdown legend="cell" choices={choices} value={cell} onChange={setCell} />
      </div>
      <div className="fields">
        {fields.map(({ name, label, step, whole }) => (
          <NumberField
            key={`${name} ${fresh}`}
            label={label}
            value={settings[name]}
            step={step}
            min={limits[name][0]}
            max={limits[name][1]}
            whole={whole}
            onCommit={(value) => setChanged({ ...changed, [name]: value })}
          />
        ))}
      </div>
      <p className="hint">
        {H} units, {learnedBy(cell, H, rememberFirst)} parameters.{' '}
        {same ? 'The shipped settings must give the shipped numbers.' : 'These are not the shipped settings.'}
      </p>
      <div className="row">
        {run?.state === 'running' ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <Button look="primary" onClick={start}>
            Train
          </Button>
        )}
        <Button
          onClick={() => {
            setChanged({});
            setFresh(fresh + 1);
          }}
        >
          Shipped settings
        </Button>
      </div>
      {run && <Outcome run={run} />}
    </section>
  );
}

/** The progress of a run, and its result. */
function Outcome({ run: { cell, settings, seed, update, accuracy, state, said } }: { readonly run: Run }) {
  const name = nameOf(cell);
  const total = settings.updates * settings.seeds;
  const made = state === 'done' ? total : (seed - 1) * settings.updates + update;
  const measured = pointAt(cell, settings.opening, settings.gap);
  return (
    <div className="stack">
      {state === 'running' && (
        <>
          <progress max={total} value={made} aria-label="Training" />
          <p className="hint">
            {name}, seed {seed} of {settings.seeds}, update {update} of {settings.updates}
          </p>
        </>
      )}
      <p aria-live="polite">
        {state === 'cancelled' && 'Cancelled. '}
        {accuracy.length > 0 &&
          `${name} over a gap of ${settings.gap}: ${accuracy.map(percentage).join(', ')} right${state === 'done' ? `; the mean is ${percentage(meanOf(accuracy))}${measured ? `, as shipped ${percentage(meanOf(measured.accuracy))}` : ''}.` : '.'}`}
      </p>
      {said.map((sentence) => (
        <Fault key={sentence}>{sentence}</Fault>
      ))}
    </div>
  );
}
