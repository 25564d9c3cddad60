// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows and columns that are out of view.
// biome-ignore-all lint/a11y/useFocusableInteractive: in this grid focus moves among the cells, not the headers.
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { displayed } from '../../notation/number.ts';
import { useActions } from '../../store/context.tsx';
import { refusalOf } from '../../text/refusal.ts';
import { type GridPosition, gridMove } from '../describe/gridMove.ts';
import { Fault } from '../primitives/Fault.tsx';
import { useColours } from '../useColours.ts';
import { CellEditor } from './CellEditor.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import type { Matrix } from './matrices.ts';
import { nudged, typedNumber } from './typedNumber.ts';
import { useScrub } from './useScrub.ts';
import { useViewport } from './useViewport.ts';
import { scrollTo, windowOf } from './windowOf.ts';

/** The size of a cell and of the headers, in CSS pixels; parameters.css has the same. */
const CELL = { width: 64, height: 30 } as const;
const HEADER = { width: 56, height: 30 } as const;

const nudges: Readonly<Record<string, number>> = {
  ArrowUp: 0.01,
  ArrowRight: 0.01,
  ArrowDown: -0.01,
  ArrowLeft: -0.01,
};
const pages: Readonly<Record<string, number>> = { PageUp: 0.1, PageDown: -0.1 };

/** A matrix as cells to move through, type into, and drag. Only what is in view is rendered. */
export function MatrixGrid({ matrix, labelledBy }: { readonly matrix: Matrix; readonly labelledBy: string }) {
  const { editParameter, setInitial } = useActions();
  const { signed } = useColours();
  const box = useRef<HTMLDivElement>(null);
  const [view, measure] = useViewport(box);
  const [place, setPlace] = useState<GridPosition>({ row: 0, column: 0 });
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  /** The last change that shows nowhere but in its cell, in words. */
  const [changed, setChanged] = useState('');
  /** Counts drags and visits of a cell, each of which is undone as one. */
  const gestures = useRef(0);
  const moved = useRef(false);

  const { rows, columns, values, name } = matrix;
  const active: GridPosition = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) };
  const valueAt = ({ row, column }: GridPosition): number => values[row * columns + column];
  const nameAt = ({ row, column }: GridPosition): string => `${matrix.rowName(row)}, ${matrix.columnName(column)}`;

  useLayoutEffect(() => {
    const element = box.current;
    if (!moved.current || !element) return;
    moved.current = false;
    element.scrollTop = scrollTo(active.row, CELL.height, element.scrollTop, view.height - HEADER.height);
    element.scrollLeft = scrollTo(active.column, CELL.width, element.scrollLeft, view.width - HEADER.width);
    element.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const goTo = (to: GridPosition): void => {
    moved.current = true;
    gestures.current++;
    setPlace(to);
  };
  const edit = ({ row, column }: GridPosition, value: number, gesture?: string): void => {
    const change = matrix.kind === 'parameter' ? editParameter : setInitial;
    const refusal = refusalOf(() => change(name, row * columns + column, value, gesture));
    setMessage(refusal);
    if (refusal === null) setChanged(`${nameAt({ row, column })} is now ${displayed(value)}`);
  };
  /** Commits the typed value; returns true if it was accepted. */
  const commit = (): boolean => {
    if (draft === null) return true;
    const value = typedNumber(draft);
    if (value !== null) edit(active, value);
    else
      setMessage(
        `“${draft}” is not a number; ${nameAt(active)} stays ${displayed(valueAt(active))}. Type one such as −0.5, 0,5 or 1e-3.`,
      );
    return value !== null;
  };
  const finish = (): void => {
    setDraft(null);
    moved.current = true;
  };

  const onEditKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && commit()) finish();
    if (event.key === 'Escape') {
      setMessage(null);
      finish();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const change = pages[event.key] ?? (event.altKey ? nudges[event.key] : undefined);
    const goal = gridMove(event, active, rows, columns);
    if (change !== undefined) {
      edit(active, nudged(valueAt(active), change), `${matrix.key} nudge ${gestures.current}`);
    } else if (goal && !event.altKey) {
      goTo(goal);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      setMessage(null);
      setDraft(String(valueAt(active)));
    } else if (/^[\d.,+\-−]$/.test(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) {
      setMessage(null);
      setDraft(event.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const placeOf = (target: EventTarget): GridPosition | null => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
    return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  };
  const onFocus = (event: FocusEvent): void => {
    const at = placeOf(event.target);
    if (!at) return;
    setChanged('');
    if (at.row === active.row && at.column === active.column) return;
    gestures.current++;
    setPlace(at);
  };
  const onBlur = (event: FocusEvent): void => {
    if (draft !== null && event.target instanceof HTMLInputElement) {
      commit();
      setDraft(null);
    }
    if (event.currentTarget.contains(event.relatedTarget)) return;
    gestures.current++;
  };
  const scrub = useScrub((target, touch) => {
    const at = draft === null ? placeOf(target) : null;
    if (!at || (touch && !target.closest('[data-row]')?.contains(document.activeElement))) return null;
    const from = valueAt(at);
    const gesture = `${matrix.key} drag ${++gestures.current}`;
    return (change) => edit(at, nudged(from, change), gesture);
  });

  const editor =
    draft === null ? null : (
      <CellEditor
        draft={draft}
        label={`New value of ${nameAt(active)}`}
        invalid={message !== null}
        onDraft={(text) => {
          setDraft(text);
          setMessage(null);
        }}
        onKeyDown={onEditKey}
      />
    );
  const shownColumns = windowOf(view.left, view.width - HEADER.width, CELL.width, columns, active.column);
  const shownRows = windowOf(view.top, view.height - HEADER.height, CELL.height, rows, active.row);
  return (
    <>
      <div
        ref={box}
        role="grid"
        className="matrix-grid"
        data-signal={matrix.signal}
        aria-labelledby={labelledBy}
        aria-rowcount={rows + 1}
        aria-colcount={columns + 1}
        style={{
          gridTemplateRows: `${HEADER.height}px repeat(${rows}, ${CELL.height}px)`,
          gridTemplateColumns: `${HEADER.width}px repeat(${columns}, ${CELL.width}px)`,
        }}
        onScroll={measure}
        onKeyDown={onKeyDown}
        onDoubleClick={() => draft === null && setDraft(String(valueAt(active)))}
        onFocus={onFocus}
        onBlur={onBlur}
        {...scrub}
      >
        <div role="row" aria-rowindex={1}>
          <span role="columnheader" className="corner" aria-colindex={1}>
            unit
          </span>
          {shownColumns.map((column) => (
            <span
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              title={matrix.columnName(column)}
              style={{ gridColumn: column + 2 }}
            >
              <span className="truncated">{matrix.columnName(column)}</span>
            </span>
          ))}
        </div>
        {shownRows.map((row) => (
          <div key={row} role="row" aria-rowindex={row + 2}>
            <span role="rowheader" aria-colindex={1} style={{ gridRow: row + 2 }}>
              {matrix.rowName(row)}
            </span>
            {shownColumns.map((column) => {
              const own = row === active.row && column === active.column;
              const value = valueAt({ row, column });
              return (
                <MatrixCell
                  key={column}
                  row={row}
                  column={column}
                  value={value}
                  colour={signed(value)}
                  active={own}
                  editor={own ? editor : null}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className="changed hint" role="status">
        {changed}
      </p>
      {message !== null && <Fault>{message}</Fault>}
    </>
  );
}
