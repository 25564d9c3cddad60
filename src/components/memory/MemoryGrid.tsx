import { type KeyboardEvent, memo, type ReactNode, useState } from 'react';
import { percentage } from '../../notation/number.ts';
import { tokenLabel, tokenName } from '../../text/tokens.ts';
import { signedColour } from '../../theme/colour.ts';
import { type GridPosition, gridMove } from '../describe/gridMove.ts';
import { inkOn } from '../parameters/inkOn.ts';

/** A square of the map: its row, from 0, and its timestep, from 1. */
export interface Square {
  readonly row: number;
  readonly t: number;
}

/** A row of the map: a signal or a unit, and how far each of its values moves the answer, from timestep 1. */
export interface MapRow {
  readonly id: string;
  readonly shown: ReactNode;
  readonly spoken: string;
  readonly entries: Float64Array;
}

interface MemoryGridProps {
  readonly caption: string;
  /** The tokens of the two runs, one a timestep. */
  readonly tokens: readonly string[];
  readonly others: readonly string[];
  readonly rows: readonly MapRow[];
  /** The square whose value is borrowed. */
  readonly taken: Square | null;
  /** The timestep whose token is being changed. */
  readonly editing: number | null;
  /** The widths of the names and of a column, in CSS pixels. */
  readonly gutter: number;
  readonly width: number;
  readonly dark: boolean;
  /** The pointer or the focus came to a square, or left. */
  readonly onPoint: (square: Square | null) => void;
  readonly onTake: (square: Square) => void;
  readonly onToken: (t: number) => void;
  /** Handles a character typed on a token; false if it has no effect there. */
  readonly onType: (t: number, character: string) => boolean;
  readonly onName: (row: number) => void;
}

/** The narrowest column with room for a share. */
const NUMBERED = 26;
/** The narrowest names with room for a letter and a label. */
const LABELLED = 80;
/** Smallest share printed as a number; smaller ones only have a colour. */
const WRITTEN = 0.05;

/**
 * The map as a table, signals or units by timesteps. Row 0 has the tokens of the other run, column 0 the names. Arrow keys
 * move; Enter borrows a value, changes a token, or opens a row.
 */
export function MemoryGrid({
  caption,
  tokens,
  others,
  rows,
  taken,
  editing,
  gutter,
  width,
  dark,
  onPoint,
  onTake,
  onToken,
  onType,
  onName,
}: MemoryGridProps) {
  const [place, setPlace] = useState<GridPosition>({ row: 0, column: 1 });
  const last = tokens.length;
  const at = { row: Math.min(place.row, rows.length), column: Math.min(place.column, last) };
  const squareAt = ({ row, column }: GridPosition): Square | null =>
    row > 0 && column > 0 && column <= rows[row - 1].entries.length ? { row: row - 1, t: column } : null;
  const activate = (to: GridPosition): void => {
    const square = squareAt(to);
    if (square) onTake(square);
    else if (to.row === 0) onToken(to.column);
    else if (to.column === 0) onName(to.row - 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = gridMove(event, at, rows.length + 1, last + 1);
    if (to) {
      // the corner above the names is empty, and the map ends at the timestep of the question
      const [first, end] = to.row === 0 ? [1, last] : [0, rows[to.row - 1].entries.length];
      const next = { row: to.row, column: Math.min(end, Math.max(first, to.column)) };
      setPlace(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.row},${next.column}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') activate(at);
    else if (event.ctrlKey || event.altKey || event.metaKey || at.row > 0 || !onType(at.column, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = (row: number, column: number) => ({
    'data-place': `${row},${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
  });
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a real table
      role="grid"
      className="memory-grid"
      data-narrow={gutter < LABELLED || undefined}
      style={{ width: gutter + width * last }}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const to = placeOf(target);
        if (!to) return;
        setPlace(to);
        activate(to);
      }}
      onPointerOver={({ target, pointerType }) => {
        const to = pointerType === 'touch' ? null : placeOf(target);
        onPoint(to && squareAt(to));
      }}
      onPointerLeave={() => onPoint(null)}
      onFocus={({ target }) => {
        const to = placeOf(target);
        if (!to) return;
        setPlace(to);
        onPoint(squareAt(to));
      }}
      onBlur={() => onPoint(null)}
    >
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="name" style={{ width: gutter }}>
            other run
          </th>
          {others.map((token, k) => {
            const differs = token !== tokens[k];
            return (
              <th
                key={k}
                scope="col"
                {...stop(0, k + 1)}
                aria-label={`timestep ${k + 1}, ${tokenName(token)}${differs ? `, instead of ${tokenName(tokens[k])}` : ''}`}
                className="other-token"
                data-differs={differs || undefined}
                data-editing={editing === k + 1 || undefined}
                style={{ width }}
              >
                <bdi>{width >= NUMBERED || differs ? tokenLabel(token) : ''}</bdi>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((one, row) => (
          <tr key={one.id}>
            <th scope="row" className="name" aria-label={one.spoken} {...stop(row + 1, 0)}>
              {one.shown}
            </th>
            <Entries
              row={row}
              entries={one.entries}
              spoken={one.spoken}
              focused={at.row === row + 1 ? at.column : 0}
              taken={taken?.row === row ? taken.t : 0}
              numbered={width >= NUMBERED}
              dark={dark}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface EntriesProps extends Pick<MapRow, 'entries' | 'spoken'> {
  readonly row: number;
  /** The timesteps that have the tab stop and that are borrowed; 0: none. */
  readonly focused: number;
  readonly taken: number;
  readonly numbered: boolean;
  readonly dark: boolean;
}

const Entries = memo(function Entries({ row, entries, spoken, focused, taken, numbered, dark }: EntriesProps) {
  return Array.from(entries, (share, k) => {
    const colour = signedColour(share, dark);
    return (
      <td
        key={k}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a real table
        role="gridcell"
        data-place={`${row + 1},${k + 1}`}
        tabIndex={focused === k + 1 ? 0 : -1}
        aria-selected={taken === k + 1}
        aria-label={`${spoken}, timestep ${k + 1}: ${percentage(share)}`}
        style={{ background: colour, color: inkOn(colour) }}
      >
        {numbered && Math.abs(share) >= WRITTEN
          ? Math.round(100 * share)
              .toString()
              .replace('-', '−')
          : ''}
      </td>
    );
  });
});

/** The place in the grid of what was pressed or pointed at. */
function placeOf(target: EventTarget): GridPosition | null {
  const text = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null;
  if (!text) return null;
  const [row, column] = text.split(',').map(Number);
  return { row, column };
}
