import { memo } from 'react';
import { useGatescope } from '../../store/context.tsx';
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

/** The selected unit of a signal in each run, as lines on one axis. */
export const RunLines = memo(function RunLines({ block, runs, columns }: LinesProps) {
  const selected = useGatescope((state) => state.selection.unit);
  const having = runs.flatMap((run) => {
    const size = sizeIn(run.derived.tape, block.id);
    return size === null ? [] : [{ run, unit: Math.min(selected, size - 1) }];
  });
  const axes = having.map(({ run, unit }) => axisOf(run.derived.tape, block.id, unit, block.kind));
  const [low, high] = [Math.min(...axes.map(([least]) => least)), Math.max(...axes.map(([, most]) => most))];
  const y = (value: number): number => INSET + ((high - value) / (high - low)) * (HEIGHT - 2 * INSET);
  const longest = Math.max(...having.map(({ run }) => run.derived.tape.length));
  const count = columnCount(longest, columns);
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
        {having.map(({ run: { letter, derived }, unit }) => {
          const pieces = lineOf(derived.tape, block.id, unit, columns, [0, columnCount(derived.tape.length, columns)]);
          const end = pieces.at(-1)?.at(-1);
          return (
            <g key={letter} data-run={letter}>
              {pieces.map((piece) => (
                <polyline
                  key={piece[0].x}
                  points={piece.map((point) => `${point.x},${y(point.low).toFixed(1)}`).join(' ')}
                />
              ))}
              {end && (
                <text x={end.x + Math.min(8, columns.width / 2 - LETTER / 4)} y={y(end.low) + 4}>
                  {letter}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
});

interface LinesProps {
  readonly block: Block;
  readonly runs: readonly ComparedRun[];
  readonly columns: Columns;
}
