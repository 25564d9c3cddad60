import type { ReactNode } from 'react';
import { Button } from '../primitives/Button.tsx';
import { type UnitOrder, unitOrders } from './unitOrder.ts';

/** The choices of the reader about the strips. */
export interface StripChoices {
  readonly sorting: UnitOrder;
  /** Units as typed: `1–4, 9`; empty for all. */
  readonly list: string;
  /** True if the selected unit is drawn as a line as well. */
  readonly lines: boolean;
}

interface TimelineToolsProps {
  readonly choices: StripChoices;
  readonly unit: number;
  /** The number of times the columns were narrowed, at most `narrowest`. */
  readonly zoom: number;
  readonly narrowest: number;
  readonly titleId: string;
  /** The reading and the colours that replace the tools while only the states are shown; otherwise false. */
  readonly folded: ReactNode;
  /** Shows all signals, or the states alone; left out where all are always shown. */
  readonly onFold?: () => void;
  readonly onChange: (change: Partial<StripChoices>) => void;
  readonly onZoom: (zoom: number) => void;
}

/** The heading of the strips, with the order and choice of units, the line of one unit, and the width of columns. */
export function TimelineTools(props: TimelineToolsProps) {
  const { folded, titleId, onFold } = props;
  return (
    <header className="row hint timeline-tools">
      <h2 id={titleId}>Over time</h2>
      {folded || <Choices {...props} />}
      {onFold && (
        <Button look="link" aria-expanded={!folded} onClick={onFold}>
          {folded ? 'All signals' : 'States only'}
        </Button>
      )}
    </header>
  );
}

function Choices({ choices: { sorting, list, lines }, unit, zoom, narrowest, onChange, onZoom }: TimelineToolsProps) {
  return (
    <>
      <label className="choice">
        Units by
        <select value={sorting} onChange={(event) => onChange({ sorting: event.target.value as UnitOrder })}>
          {Object.entries(unitOrders).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        Only units
        <input
          type="text"
          size={8}
          maxLength={400}
          placeholder="1–4, 9"
          value={list}
          onChange={(event) => onChange({ list: event.target.value })}
        />
      </label>
      <Button aria-pressed={lines} onClick={() => onChange({ lines: !lines })}>
        Line of unit {unit + 1}
      </Button>
      <span className="buttons">
        <Button aria-label="Narrower columns" disabled={zoom >= narrowest} onClick={() => onZoom(zoom + 1)}>
          −
        </Button>
        <Button aria-label="Wider columns" disabled={zoom === 0} onClick={() => onZoom(zoom - 1)}>
          +
        </Button>
      </span>
    </>
  );
}
