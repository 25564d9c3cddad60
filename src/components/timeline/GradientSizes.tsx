import { useMemo, useState } from 'react';
import type { Tape } from '../../engine/tape.ts';
import { displayed } from '../../notation/number.ts';
import { Button } from '../primitives/Button.tsx';
import type { Columns } from './columns.ts';
import { gradientSizes, type SizeScale, sizeLine } from './gradientSizes.ts';
import { StripAxis } from './StripAxis.tsx';

interface GradientSizesProps {
  readonly adjoint: Tape;
  /** The signal whose gradient is measured: the output of the cell. */
  readonly signal: string;
  readonly label: string;
  /** The objective of the gradient. */
  readonly of: string;
  readonly columns: Columns;
}

const HEIGHT = 56;
const INSET = 4;

/** The size of ∂L/∂h over time as a line above the strips, so that vanishing and exploding are seen. */
export function GradientSizes({ adjoint, signal, label, of, columns }: GradientSizesProps) {
  const [scale, setScale] = useState<SizeScale>('log');
  const sizes = useMemo(() => gradientSizes(adjoint, signal, columns), [adjoint, signal, columns]);
  const { heights, bottom, top } = useMemo(() => sizeLine(sizes, scale), [sizes, scale]);
  const width = sizes.length * columns.width;
  const y = (height: number): number => HEIGHT - INSET - height * (HEIGHT - 2 * INSET);
  const points = heights.map((height, column) => `${(column + 0.5) * columns.width},${y(height).toFixed(1)}`);
  const other = scale === 'log' ? 'linear' : 'log';
  const ends =
    sizes.length > 0 ? `${displayed(sizes[0], 2)} at the start, at most ${displayed(top, 2)}` : 'no timesteps';
  return (
    <div className="timeline-strip strip-lines gradient-sizes">
      <div className="timeline-name">
        <span className="timeline-label">
          size of ∂L/∂{signal}
          <sub>t</sub>
        </span>
        <Button look="link" aria-label={`${scale} scale; change to ${other}`} onClick={() => setScale(other)}>
          {scale} scale
        </Button>
        <StripAxis low={bottom} high={top} />
      </div>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={`Size of the derivative of ${of} with respect to the ${label} over time, ${scale} scale: ${ends}`}
      >
        <line x1="0" x2={width} y1={HEIGHT - INSET} y2={HEIGHT - INSET} className="ground" />
        <polyline points={points.join(' ')} />
        {columns.width >= 14 &&
          points.map((point, column) => {
            const [cx, cy] = point.split(',');
            return <circle key={column} cx={cx} cy={cy} r="3" />;
          })}
      </svg>
    </div>
  );
}
