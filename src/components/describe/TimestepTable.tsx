import { type KeyboardEvent, useRef, useState } from 'react';
import type { TableRow } from '../../notation/table.ts';
import { gridMove } from './gridMove.ts';
import './describe.css';

interface TimestepTableProps {
  readonly rows: readonly TableRow[];
  readonly caption: string;
  readonly selected: { readonly key: string | null; readonly unit: number };
  readonly hover: string | null;
  /** The rows of the run without interventions, where it is another. */
  readonly ghost?: readonly TableRow[] | null;
  /** True if an intervention changes a row. */
  readonly held?: (key: string) => boolean;
}

/** All values of one timestep, signals by units: the alternative to the picture. Arrow keys move, Enter selects. */
export function TimestepTable({
  rows,
  caption,
  selected,
  hover,
  ghost = null,
  held = () => false,
}: TimestepTableProps) {
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const columns = Math.max(1, ...rows.map((row) => row.cells?.length ?? 0));
  const at = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns - 1) };

  const onKeyDown = (event: KeyboardEvent) => {
    const to = gridMove(event, at, rows.length, columns);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    setPlace(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.row},${to.column}"]`)?.focus();
  };
  return (
    <div className="timestep-table scroller">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a real table */}
      <table ref={table} role="grid" className="number-table" onKeyDown={onKeyDown}>
        <caption>
          {caption}
          {ghost && '. In brackets: the run without interventions, where it differs.'}
        </caption>
        <thead>
          <tr>
            <th scope="col">signal</th>
            {Array.from({ length: columns }, (_, unit) => (
              <th key={unit} scope="col">
                unit {unit + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, symbol, cells }, row) => (
            <tr key={key} data-signal={key} data-lit={key === hover ? 'self' : undefined}>
              <th scope="row">
                {label} {symbol && <span className="symbol">{symbol}</span>}
                {held(key) && <span className="held"> changed</span>}
              </th>
              {Array.from({ length: columns }, (_, unit) => (
                <td
                  key={unit}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a real table
                  role="gridcell"
                  data-place={`${row},${unit}`}
                  tabIndex={row === at.row && unit === at.column ? 0 : -1}
                  aria-selected={key === selected.key && unit === selected.unit}
                  data-select={cells?.[unit] && ''}
                  data-unit={unit}
                  onFocus={() => setPlace({ row, column: unit })}
                >
                  {cells ? (cells[unit]?.text ?? '') : <span className="hint">not yet</span>}
                  <GhostText now={cells?.[unit]?.text} free={ghost?.[row]?.cells?.[unit]?.text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number of the run without interventions, where it reads differently. */
function GhostText({ now, free }: { readonly now: string | undefined; readonly free: string | undefined }) {
  return free === undefined || free === now ? null : <span className="ghost-number"> ({free})</span>;
}
