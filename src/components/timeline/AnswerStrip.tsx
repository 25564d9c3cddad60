import { useMemo } from 'react';
import { outputText } from '../../notation/outputs.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { RunAnswers } from './answers.ts';
import { answerViewOf } from './answerView.ts';
import type { Columns } from './columns.ts';
import { framesOf } from './frames.ts';
import { Strip } from './Strip.tsx';
import type { Surface } from './surface.ts';

interface AnswerStripProps {
  readonly answers: RunAnswers;
  readonly surface: Surface;
  readonly columns: Columns;
  readonly dark: boolean;
  readonly width: number;
  /** The last timestep that is computed at the moment shown. */
  readonly computed: number;
  /** A sentence on the output that is pointed at; null where none is. */
  readonly onReading: (sentence: string | null) => void;
  readonly onCursor: (t: number) => void;
}

/** The outputs over the sequence, under the signals they are read off: a row an output. */
export function AnswerStrip({
  answers,
  surface,
  columns,
  dark,
  width,
  computed,
  onReading,
  onCursor,
}: AnswerStripProps) {
  const { names, y, probabilities, asked, onAsk } = answers;
  const K = names.length;
  const frames = useMemo(() => framesOf(probabilities ?? y, K), [probabilities, y, K]);
  const order = useMemo(() => names.map((_, k) => k), [names]);
  const rowOf = (values: Float64Array, t: number): Float64Array => values.subarray((t - 1) * K, t * K);
  const readingOf = (k: number, t: number): string => {
    const row = { y: rowOf(y, t), probabilities: probabilities && rowOf(probabilities, t) };
    return `answer ${tokenLabel(names[k])}, t = ${t}: ${outputText(row, k)}${t > computed ? ' (still to come)' : ''}`;
  };
  return (
    <Strip
      surface={surface}
      symbol={null}
      label={probabilities ? 'answer' : `answer${K === 1 ? `: ${names[0]}` : ''}`}
      rows={{ kind: 'outputs', names }}
      selected={asked}
      lit={false}
      width={width}
      view={answerViewOf(answers, frames, order, { dark, columns, computed })}
      onPlace={(place) => onReading(place && readingOf(place.unit, place.t))}
      onGo={({ t, unit }, dragging) => {
        onCursor(t);
        if (!dragging) onAsk(unit);
      }}
    />
  );
}
