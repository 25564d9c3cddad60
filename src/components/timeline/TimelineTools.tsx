import { Button } from '../primitives/Button.tsx';
import { type UnitOrder, unitOrders } from './unitOrder.ts';

/** What the reader chooses about the strips. */
export interface StripChoices {
  readonly sorting: UnitOrder;
  /** Units as typed: `1–4, 9`; empty for all. */
  readonly list: string;
  /** Whether the selected unit is drawn as a line as well. */
  readonly lines: boolean;
  /** How many times the columns were narrowed. */
  readonly zoom: number;
}

interface TimelineToolsProps {
  readonly choices: StripChoices;
  readonly unit: number;
  /** The narrowest zoom. */
  readonly maxZoom: number;
  readonly titleId: string;
  readonly onChange: (change: Partial<StripChoices>) => void;
}

/** The heading of the strips, with the order and choice of units, the line of one unit, and the width of columns. */
export function TimelineTools({
  choices: { sorting, list, lines, zoom },
  unit,
  maxZoom,
  titleId,
  onChange,
}: TimelineToolsProps) {
  return (
    <header className="timeline-tools">
      <h2 id={titleId}>The sequence over time</h2>
      <label>
        Units by
        <select value={sorting} onChange={(event) => onChange({ sorting: event.target.value as UnitOrder })}>
          {Object.entries(unitOrders).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
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
      <span className="timeline-zoom">
        <Button aria-label="Narrower columns" disabled={zoom >= maxZoom} onClick={() => onChange({ zoom: zoom + 1 })}>
          −
        </Button>
        <Button aria-label="Wider columns" disabled={zoom === 0} onClick={() => onChange({ zoom: zoom - 1 })}>
          +
        </Button>
      </span>
    </header>
  );
}
