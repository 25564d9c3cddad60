import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { useDerived } from '../../store/context.tsx';
import { chosen, requestFor, searchable } from '../../store/search/choices.ts';
import type { SearchAnswer } from '../../store/search/search.ts';
import { searchInWorker } from '../../store/search/searchInWorker.ts';
import type { Task } from '../../training/task.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { faultOf } from '../faultOf.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { Tabs } from '../primitives/Tabs.tsx';
import { FoundUnits } from './FoundUnits.tsx';
import { OwnSequence } from './OwnSequence.tsx';
import { Saturations } from './Saturations.tsx';
import { UnitPage } from './UnitPage.tsx';
import { useTrainedOn } from './useTrainedOn.ts';
import './search.css';

interface Result {
  /** The cell that was searched. */
  readonly cell: Cell;
  readonly parameters: unknown;
  readonly asked: string;
  readonly task: Task;
  readonly answer: SearchAnswer;
}

type View = 'search' | 'unit';

/**
 * A card on which unit follows a given thing over fresh sequences of a task, and how often the gates are saturated.
 * Inputs that belong to no task, and to no data that a run learned from, have no tracks: then the card only counts the gates
 * over the sequence shown.
 */
export function SearchPanel() {
  const id = useId();
  const [view, setView] = useState<View>('search');
  const derived = useDerived();
  const { cell, parameters, encoded } = derived;
  const trained = useTrainedOn();
  const fitting = useMemo(() => searchable(encoded.features, trained), [encoded.features, trained]);
  const [wished, setWished] = useState<{ readonly task?: string; readonly track?: string }>({});
  const [result, setResult] = useState<Result | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const choice = chosen(fitting, wished, trained);
  if (!choice) return <OwnSequence />;
  const { task, track } = choice;
  const search = async (): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setFault(null);
    try {
      const answer = await searchInWorker(requestFor(derived, choice, trained), controller.signal);
      setResult({ cell, parameters, asked: track.label, task, answer });
    } catch (error) {
      if (!controller.signal.aborted) setFault(faultOf(error));
    } finally {
      if (running.current === controller) setBusy(false);
    }
  };
  return (
    <section className="stack search-panel" aria-labelledby={`${id}-tab-${view}`}>
      <Tabs
        id={id}
        shared
        label="Units"
        tabs={[
          { value: 'search', label: 'Find the unit' },
          { value: 'unit', label: 'About one unit' },
        ]}
        value={view}
        onChange={setView}
      />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${view}`} className="stack">
        {view === 'unit' ? <UnitPage task={task} trained={trained} /> : finding()}
      </div>
    </section>
  );

  function finding() {
    return (
      <>
        <p className="hint">
          Which unit keeps track of what? The cell reads fresh sequences of a task, and every unit of every signal is
          compared with what is true at each timestep.
        </p>
        <div className="row">
          {fitting.length > 1 && (
            <Dropdown
              legend="sequences of"
              choices={fitting.map(({ id, title }) => ({ value: id, label: title }))}
              value={task.id}
              onChange={(id) => setWished({ task: id })}
            />
          )}
          <Dropdown
            legend="which unit tracks"
            choices={task.tracks.map(({ id, label }) => ({ value: id, label }))}
            value={track.id}
            onChange={(id) => setWished({ task: task.id, track: id })}
          />
          <Button aria-disabled={busy} onClick={() => void search()}>
            {busy ? 'Searching…' : 'Search'}
          </Button>
        </div>
        {fault !== null && <Fault>{fault} Search again.</Fault>}
        {result && result.parameters !== parameters && (
          <p className="hint" role="status">
            The {result.cell === cell ? 'weights' : 'cell'} changed since this search.
          </p>
        )}
        {result?.cell === cell && (
          <>
            <FoundUnits
              cell={cell}
              asked={result.asked}
              task={result.task.title}
              answer={result.answer}
              onOpen={() => setView('unit')}
            />
            <Saturations cell={cell} saturation={result.answer.saturation} />
          </>
        )}
      </>
    );
  }
}
