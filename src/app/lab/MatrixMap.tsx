import { type PointerEvent, type ReactNode, useMemo } from 'react';
import { norm } from '../../laboratory/gradientWords.ts';
import type { JacobianRun, Square } from '../../laboratory/jacobianView.ts';
import { signedColour } from '../../theme/colour.ts';

/** One number of a matrix, with its place from 0. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

interface MatrixMapProps {
  readonly title: ReactNode;
  readonly matrix: Square;
  /** The states that its rows and columns stand for, in order, each with its units. */
  readonly states: JacobianRun['sizes'];
  readonly dark: boolean;
  /** The content of the map in a sentence, for readers who cannot see it. */
  readonly summary: string;
  /** The pointer came to an entry, or left. */
  readonly onPoint: (entry: Entry | null) => void;
}

/** A matrix as coloured squares, a row a unit of the later state, a column a unit of the earlier one. */
export function MatrixMap({ title, matrix, states, dark, summary, onPoint }: MatrixMapProps) {
  const { values } = matrix;
  const n = Math.sqrt(values.length);
  const bounds = states.slice(0, -1).map((_, k) => states.slice(0, k + 1).reduce((sum, [, size]) => sum + size, 0));
  const onPointerMove = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): void => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const column = Math.floor((n * (clientX - left)) / width);
    const row = Math.floor((n * (clientY - top)) / height);
    const inside = Math.min(row, column) >= 0 && Math.max(row, column) < n;
    onPoint(inside ? { row, column, value: values[row * n + column] } : null);
  };
  const squares = useMemo(
    () =>
      Array.from(values, (value, k) => (
        <rect key={k} x={k % n} y={Math.floor(k / n)} width={1.02} height={1.02} fill={signedColour(value, dark)} />
      )),
    [values, n, dark],
  );
  const names = (
    <>
      {states.map(([id, size]) => (
        <i key={id} style={{ flexGrow: size }}>
          {id}
        </i>
      ))}
    </>
  );
  return (
    <figure className="hint matrix-map">
      <figcaption>
        <b>{title}</b>
      </figcaption>
      <div className="map">
        <div className="map-names above" aria-hidden="true">
          {names}
        </div>
        <div className="map-names beside" aria-hidden="true">
          {names}
        </div>
        <svg
          viewBox={`0 0 ${n} ${n}`}
          role="img"
          aria-label={summary}
          onPointerMove={onPointerMove}
          onPointerLeave={() => onPoint(null)}
        >
          {squares}
          {bounds.map((at) => (
            <path key={at} d={`M${at} 0V${n}M0 ${at}H${n}`} />
          ))}
        </svg>
      </div>
      <p>
        norm <b>{norm(matrix.norm)}</b>
      </p>
    </figure>
  );
}
