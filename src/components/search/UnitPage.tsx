import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed, twoDecimals } from '../../notation/number.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { type UnitVote, unitRequestFor, unitVotes } from '../../store/search/choices.ts';
import { searchInWorker } from '../../store/search/searchInWorker.ts';
import type { TokenMoment, UnitAnswer } from '../../store/search/unit.ts';
import { readWords, unitWords } from '../../store/search/unitWords.ts';
import type { TrainedOn } from '../../store/training/trainedOn.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { Task } from '../../training/task.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { faultOf } from '../faultOf.ts';
import { UnitName } from '../inspector/UnitName.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { CaptionedTable } from './CaptionedTable.tsx';
import { UnitHistogram } from './UnitHistogram.tsx';

interface UnitPageProps {
  readonly task: Task;
  readonly trained: TrainedOn | null;
}

interface Result {
  readonly cell: Cell;
  /** The parameters that were examined. */
  readonly parameters: unknown;
  readonly task: Task;
  readonly signal: string;
  readonly unit: number;
  readonly answer: UnitAnswer;
}

/** The selected unit over fresh sequences of a task: where it is high and low, the tracks that it follows, and its effect on the answers. */
export function UnitPage({ task, trained }: UnitPageProps) {
  const derived = useDerived();
  const { cell, parameters, tape } = derived;
  const selection = useGatescope((state) => state.selection);
  const { select } = useActions();
  const [result, setResult] = useState<Result | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const signal = cell.signals.some(({ id }) => id === selection.signal) ? (selection.signal as string) : cell.output;
  const size = tape.slot(signal).size;
  const unit = Math.min(selection.unit, size - 1);

  const examine = async (): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setFault(null);
    try {
      const request = unitRequestFor(derived, task, trained, { signal, unit });
      const answer = await searchInWorker(request, controller.signal);
      setResult({ cell, parameters, task, signal, unit, answer });
    } catch (error) {
      if (!controller.signal.aborted) setFault(faultOf(error));
    }
  };
  const begin = useEffectEvent(() => void examine());
  useEffect(() => {
    begin();
    return () => running.current?.abort();
  }, [cell, signal, unit, task.id]);

  const current =
    result?.cell === cell && result.signal === signal && result.unit === unit && result.task.id === task.id;
  const shown = current ? result : null;
  return (
    <div className="stack unit-page">
      <div className="row">
        <Dropdown
          legend="signal"
          choices={cell.signals.map(({ id, info }) => ({ value: id, label: info.label }))}
          value={signal}
          onChange={(id) => select(id, unit)}
        />
        <Dropdown
          legend="unit"
          choices={Array.from({ length: size }, (_, k) => ({ value: String(k), label: String(k + 1) }))}
          value={String(unit)}
          onChange={(k) => select(signal, Number(k))}
        />
      </div>
      {fault !== null && (
        <Fault>
          {fault} <Button onClick={() => void examine()}>Try again</Button>
        </Fault>
      )}
      {shown === null ? (
        fault === null && <p role="status">Reading fresh sequences…</p>
      ) : (
        <>
          {shown.parameters !== parameters && (
            <p className="hint" role="status">
              The weights have changed since.{' '}
              <Button look="link" onClick={() => void examine()}>
                Examine again
              </Button>
            </p>
          )}
          <p>
            <strong>
              <UnitName cell={cell} slot={signal} unit={unit} /> {signalOf(cell, signal).info.label}.
            </strong>{' '}
            {unitWords(shown.answer, task.asks)}
          </p>
          <UnitHistogram histogram={shown.answer.histogram} />
          <Moments title="Highest" moments={shown.answer.highest} />
          <Moments title="Lowest" moments={shown.answer.lowest} />
          <Tables answer={shown.answer} unit={unit} />
          <p className="hint">{readWords(task.title, shown.answer)}</p>
        </>
      )}
    </div>
  );
}

/** The moments at which a unit is farthest: the token in its surroundings, and the value. */
function Moments({ title, moments }: { readonly title: string; readonly moments: readonly TokenMoment[] }) {
  return (
    <section className="moments">
      <h3>{title}</h3>
      <ol>
        {moments.map(({ run, t, value, before, token, after }) => (
          <li key={run} className="hint spread">
            <span className="reads">
              <span>{before.map(tokenLabel).join(' ')}</span> <mark>{tokenLabel(token)}</mark>{' '}
              <span>{after.map(tokenLabel).join(' ')}</span>
            </span>
            <span className="value">
              {displayed(value)} <small>t = {t}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface TablesProps {
  readonly answer: UnitAnswer;
  readonly unit: number;
}

/** The tracks that the unit follows, its gates at both ends, and the votes of its hidden state. */
function Tables({ answer, unit }: TablesProps) {
  const derived = useDerived();
  const { cell } = derived;
  const votes = unitVotes(derived, unit);
  return (
    <>
      <CaptionedTable caption="What it follows, and chance" columns={['track', 'r', 'confirmed', 'chance']}>
        {answer.follows.map(({ label, searched, confirmed, chance, above }) => (
          <tr key={label} data-above={above}>
            <th scope="row">{label}</th>
            <td>{twoDecimals(searched)}</td>
            <td>{twoDecimals(confirmed)}</td>
            <td>{twoDecimals(chance)}</td>
          </tr>
        ))}
      </CaptionedTable>
      {answer.gates.length > 0 && (
        <CaptionedTable caption="Its gates, on average" columns={['gate', 'where highest', 'always', 'where lowest']}>
          {answer.gates.map(({ gate, highest, always, lowest }) => (
            <tr key={gate} data-signal={gate}>
              <th scope="row">{signalOf(cell, gate).info.label}</th>
              <td>{twoDecimals(highest)}</td>
              <td>{twoDecimals(always)}</td>
              <td>{twoDecimals(lowest)}</td>
            </tr>
          ))}
        </CaptionedTable>
      )}
      {votes.length > 0 && (
        <p>
          Per 1 of its hidden state, the unit votes {voteOf(votes[0])}
          {votes.length > 1 && <> and {voteOf(votes[votes.length - 1])}</>}.
        </p>
      )}
    </>
  );
}

const voteOf = ({ output, weight }: UnitVote) => (
  <>
    {weight < 0 ? 'against' : 'for'} <bdi className="output-name">{tokenLabel(output)}</bdi> by{' '}
    {displayed(Math.abs(weight))}
  </>
);
