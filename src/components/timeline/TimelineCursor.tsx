import { type Columns, columnOf } from './columns.ts';

interface TimelineCursorProps {
  /** The timestep shown; nothing is marked before the first. */
  readonly t: number;
  readonly columns: Columns;
}

/** Frame around the column of the timestep shown, across all strips. */
export function TimelineCursor({ t, columns }: TimelineCursorProps) {
  const column = t > 0 ? columnOf(t, columns) : -1;
  if (column < 0) return null;
  const { width } = columns;
  return (
    <div
      className="timeline-cursor"
      aria-hidden="true"
      style={{ width: Math.max(width, 4), transform: `translateX(${column * width}px)` }}
    />
  );
}
