import { useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { equationsOf } from '../../notation/equation.ts';
import { alignedLatex } from '../../notation/linear.ts';
import type { Readings } from '../../notation/readings.ts';
import { CopyLatex } from './CopyLatex.tsx';
import { litBy, numberLines, symbolLines } from './equationRows.ts';
import { Mathematics } from './Mathematics.tsx';
import { slotEvents } from './slotEvents.ts';
import './equations.css';

export type EquationMode = 'symbols' | 'numbers';

interface EquationsProps {
  readonly cell: Cell;
  /** The cell shown before: what is new against it is marked, what went stays as a ghost. */
  readonly before?: Cell | null;
  /** The run; null where there are no numbers yet. */
  readonly readings: Readings | null;
  readonly t: number;
  /** The chosen unit, from 0. */
  readonly unit: number;
  readonly mode: EquationMode;
  /** The slot asked about, by selection and by pointer or focus. */
  readonly selected: string | null;
  readonly hover: string | null;
  readonly onMode: (mode: EquationMode) => void;
  readonly onHover: (key: string | null) => void;
  readonly onSelect: (key: string) => void;
}

const words = { same: '', changed: 'changed', added: 'new', removed: 'removed', ghost: 'before' } as const;

/** The equations of a cell as typeset mathematics, with letters or with the numbers of one unit. */
export function Equations({
  cell,
  before = null,
  readings,
  t,
  unit,
  mode,
  selected,
  hover,
  onMode,
  onHover,
  onSelect,
}: EquationsProps) {
  const countable = readings !== null && t > 0;
  const numbers = mode === 'numbers' && countable;
  const lines = useMemo(
    () => (numbers ? numberLines(cell, readings, t, unit, selected) : symbolLines(cell, before, selected)),
    [cell, before, readings, t, unit, selected, numbers],
  );
  const latex = useMemo(() => alignedLatex(equationsOf(cell)), [cell]);
  const asked = hover ?? selected;
  const lit = useMemo(() => litBy(cell, asked), [cell, asked]);

  return (
    <section className="equations" aria-label={`Equations of the ${cell.name}`}>
      <div className="equations-bar">
        <fieldset className="switch">
          <legend>Show</legend>
          {(['symbols', 'numbers'] as const).map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={(value === 'numbers') === numbers}
              disabled={value === 'numbers' && !countable}
              onClick={() => onMode(value)}
            >
              {value === 'symbols' ? 'letters' : `numbers of unit ${unit + 1}`}
            </button>
          ))}
        </fieldset>
        <CopyLatex latex={latex} />
      </div>
      <ol>
        {lines.map(({ id, signal, label, status, markup, spoken }) => {
          const gone = status === 'removed' || status === 'ghost';
          return (
            <li key={id} data-status={status} data-active={!gone && signal === asked ? '' : undefined}>
              <button
                type="button"
                disabled={gone}
                aria-pressed={gone ? undefined : signal === selected}
                {...slotEvents({ onHover, onSelect }, signal)}
              >
                <span className="name">
                  {label} {words[status] && <em>{words[status]}</em>}
                </span>
                <span className="spoken">: {spoken}</span>
                <span aria-hidden="true">
                  <Mathematics markup={markup} lit={gone ? undefined : lit} />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
