import { useMemo } from 'react';
import { likeliest, outputText } from '../../notation/outputs.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { rowAt } from '../../store/predictions.ts';
import { votesOf } from '../../store/votes.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { useMarks } from '../marks/useMarks.ts';
import { Verdict } from '../marks/Verdict.tsx';
import { Outputs } from './Outputs.tsx';
import { Votes } from './Votes.tsx';
import './prediction.css';

/** The answer of the head at the timestep shown, and the votes of the units for it. Nothing without a head. */
export function PredictionPanel() {
  const { predictions, tape, encoded } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const wished = useGatescope((state) => state.view.output);
  const { setOutput } = useActions();
  const largest = useMemo(
    () => (predictions?.y ?? new Float64Array()).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12),
    [predictions],
  );
  const marks = useMarks() ?? null;
  if (!predictions) return null;
  const { head } = predictions;
  const title = <h2>What the network answers</h2>;
  const { cell } = tape.program;
  if (t === 0 || position < cell.signals.length)
    return (
      <>
        {title}
        <p>{t === 0 ? 'The sequence is empty.' : 'Step to the end of this timestep: the answer is computed from h.'}</p>
      </>
    );
  const row = rowAt(predictions, t);
  if (Array.from(row.y).some(Number.isNaN))
    return (
      <>
        {title}
        <p>There is no answer, because h is not a number (NaN). Undo, or choose smaller weights.</p>
      </>
    );
  const best = likeliest(row.y);
  const asked = wished === null ? null : Math.min(wished, head.outputs.length - 1);
  return (
    <>
      <h2>
        What the network answers{' '}
        <small>
          to <bdi className="output-name">{tokenLabel(encoded.tokens[t - 1])}</bdi>
        </small>
      </h2>
      {marks && <Verdict mark={marks[t - 1]} />}
      <div className="columns prediction">
        <Outputs
          names={head.outputs}
          row={row}
          largest={largest}
          asked={asked}
          best={best}
          onAsk={(k) => setOutput(k === asked ? null : k)}
        />
        {asked === null ? (
          <p className="hint at-screen">Choose an output to see which units vote for it.</p>
        ) : (
          <Votes
            cell={cell}
            output={head.outputs[asked]}
            votes={votesOf(head, tape.values(cell.output, t), asked, row.y[asked])}
            probability={row.probabilities && outputText(row, asked)}
          />
        )}
      </div>
    </>
  );
}
