import { memo } from 'react';
import type { Tape } from '../../engine/tape.ts';
import { useGatescope } from '../../store/context.tsx';
import { spreadApart } from '../charts/spreadApart.ts';
import type { Block } from '../timeline/blocks.ts';
import { type Columns, columnCount } from '../timeline/columns.ts';
import { axisOf, lineOf } from '../timeline/line.ts';
import { StripAxis } from '../timeline/StripAxis.tsx';
import { sizeIn } from './differenceFrames.ts';
import type { ComparedRun } from './runs.tsx';

const HEIGHT = 56;
const INSET = 5;
/** The room that the letters need at the ends of the lines. */
const LETTER = 16;
/** The least distance between the feet of two letters, one over the other. */
const LETTER_HEIGHT = 13;

/** The selected unit of a signal in each run, as lines on one axis. */
export const RunLines = memo(function RunLines({ block, runs, columns }: LinesProps) {
  const selected = useGatescope((state) => state.selection.unit);
  const having = runs.flatMap((run) => {
    const size = sizeIn(run.derived.tape, block.id);
    return size === null ? [] : [{ run, unit: Math.min(selected, size - 1) }];
  });
  const axes = having.flatMap(({ run: { derived }, unit }) =>
    [derived.tape, derived.free.tape].map((tape) => axisOf(tape, block.id, unit, block.kind)),
  );
  const [low, high] = [Math.min(...axes.map(([least]) => least)), Math.max(...axes.map(([, most]) => most))];
  const y = (value: number): number => INSET + ((high - value) / (high - low)) * (HEIGHT - 2 * INSET);
  const longest = Math.max(...having.map(({ run }) => run.derived.tape.length));
  const count = columnCount(longest, columns);
  const linesOf = (tape: Tape, unit: number) =>
    lineOf(tape, block.id, unit, columns, [0, columnCount(tape.length, columns)]);
  const lines = having.map(({ run: { letter, derived }, unit }) => {
    const { tape, free } = derived;
    const pieces = linesOf(tape, unit);
    return { letter, pieces, free: free.tape === tape ? null : linesOf(free.tape, unit), end: pieces.at(-1)?.at(-1) };
  });
  // letters at ends that are close to each other would cover one another
  const room = HEIGHT - 2 * INSET;
  const wanted = lines.map(({ end }) => (end ? (y(end.low) - INSET) / room : 0));
  const ends = spreadApart(wanted, LETTER_HEIGHT / room);
  return (
    <div className="timeline-strip strip-lines run-lines">
      <div className="timeline-name">
        <span className="timeline-label">unit {(having[0]?.unit ?? 0) + 1}</span>
        <StripAxis low={low} high={high} />
      </div>
      <svg
        width={count * columns.width}
        height={HEIGHT}
        role="img"
        aria-label={`${block.label}, unit ${(having[0]?.unit ?? 0) + 1}, of ${having.map(({ run }) => run.letter).join(' and ')} over time`}
      >
        {low < 0 && <line x2={count * columns.width} y1={y(0)} y2={y(0)} className="ground" />}
        {lines.map(({ letter, pieces, free, end }, k) => (
          <g key={letter} data-run={letter}>
            {free && <Pieces pieces={free} y={y} free />}
            <Pieces pieces={pieces} y={y} />
            {end && (
              <text x={end.x + Math.min(8, columns.width / 2 - LETTER / 4)} y={INSET + ends[k] * room + 4}>
                {letter}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
});

/** A line in pieces, dashed for the run without interventions. */
function Pieces({ pieces, y, free = false }: PiecesProps) {
  return pieces.map((piece) => (
    <polyline
      key={piece[0].x}
      className={free ? 'free' : undefined}
      points={piece.map((point) => `${point.x},${y(point.low).toFixed(1)}`).join(' ')}
    />
  ));
}

interface PiecesProps {
  readonly pieces: ReturnType<typeof lineOf>;
  readonly y: (value: number) => number;
  readonly free?: boolean;
}

interface LinesProps {
  readonly block: Block;
  readonly runs: readonly ComparedRun[];
  readonly columns: Columns;
}
