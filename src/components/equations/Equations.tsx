import { useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import type { Sizes } from '../../cell/sizes.ts';
import type { Wire } from '../../engine/intervention/intervention.ts';
import { equationsOf } from '../../notation/equation.ts';
import { alignedLatex } from '../../notation/linear.ts';
import type { Readings } from '../../notation/readings.ts';
import { shapesOf } from '../../notation/shapes.ts';
import { useOfRun } from '../ofRun.ts';
import { Button } from '../primitives/Button.tsx';
import { CopyLatex } from './CopyLatex.tsx';
import { EquationItem } from './EquationItem.tsx';
import { type EquationLine, litBy, numberLines, symbolLines } from './equationRows.ts';
import './equations.css';

/** Letters, the numbers of one unit, or letters with their shapes. */
export type EquationMode = 'symbols' | 'numbers' | 'shapes';

interface EquationsProps {
  readonly cell: Cell;
  /** The cell shown before: what is new against it is marked, what went stays as a ghost. */
  readonly before?: Cell | null;
  /** True if that cell is shown beside this one. */
  readonly beside?: boolean;
  readonly sizes: Sizes;
  /** The run; null where there are no numbers yet. */
  readonly readings: Readings | null;
  /** The run as a signal computes with it, where interventions make that another one. */
  readonly readingsOf?: ((signal: string) => Readings) | undefined;
  /** Describes the effects of interventions on a signal; empty without any. */
  readonly changes?: (signal: string) => string;
  /** True if an intervention replaces the computed value of a signal. */
  readonly replaced?: (signal: string) => boolean;
  /** The wires with an intervention. */
  readonly struck?: readonly Wire[] | undefined;
  readonly t: number;
  /** The number of signals of the timestep that are computed. Default all. */
  readonly position?: number;
  /** The chosen unit, from 0. */
  readonly unit: number;
  readonly mode: EquationMode;
  /** The slot asked about, by selection and by pointer or focus. */
  readonly selected: string | null;
  readonly hover: string | null;
  readonly onMode: (mode: EquationMode) => void;
}

const NO_LINES: readonly EquationLine[] = [];
const unchanged = (): string => '';
const never = (): boolean => false;

/** The equations of a cell as typeset mathematics, with letters, with their shapes or with the numbers of one unit. */
export function Equations({
  cell,
  before = null,
  beside = false,
  sizes,
  readings,
  readingsOf,
  changes = unchanged,
  replaced = never,
  struck,
  t,
  position = Number.POSITIVE_INFINITY,
  unit,
  mode,
  selected,
  hover,
  onMode,
}: EquationsProps) {
  const countable = readings !== null && t > 0;
  const numbers = mode === 'numbers' && countable;
  // Letters do not change with the timestep, so that a step leaves them alone.
  const written = useMemo(
    () => (numbers ? null : symbolLines(cell, before, selected)),
    [cell, before, selected, numbers],
  );
  const counted = useMemo(
    () => (numbers && readings ? numberLines(cell, readingsOf ?? (() => readings), t, unit, selected, position) : null),
    [cell, readings, readingsOf, t, unit, selected, position, numbers],
  );
  const lines = counted ?? written ?? NO_LINES;
  const shapes = useMemo(
    () => lines.map(({ equation }) => (equation ? shapesOf(cell, equation, sizes) : [])),
    [lines, cell, sizes],
  );
  const latex = useMemo(() => alignedLatex(equationsOf(cell)), [cell]);
  const asked = hover ?? selected;
  const lit = useMemo(() => litBy(cell, asked), [cell, asked]);
  const shown = mode === 'numbers' && !numbers ? 'symbols' : mode;
  const modes = { symbols: 'letters', numbers: `numbers of unit ${unit + 1}`, shapes: 'shapes' } as const;

  return (
    <section className="equations" aria-label={`Equations of the ${cell.name}${useOfRun()}`}>
      <div className="row spread equations-bar">
        <fieldset className="row">
          <legend className="visually-hidden">Show</legend>
          {(['symbols', 'numbers', 'shapes'] as const).map((value) => (
            <Button
              key={value}
              aria-pressed={value === shown}
              disabled={value === 'numbers' && !countable}
              onClick={() => onMode(value)}
            >
              {modes[value]}
            </Button>
          ))}
        </fieldset>
        <CopyLatex latex={latex} />
      </div>
      <ol>
        {lines.map((line, k) => (
          <EquationItem
            key={line.id}
            line={line}
            changes={changes(line.signal)}
            replaced={replaced(line.signal)}
            struck={struck}
            beside={beside}
            shapes={shapes[k]}
            shapesShown={shown === 'shapes'}
            active={line.signal === asked}
            selected={line.signal === selected}
            lit={lit}
          />
        ))}
      </ol>
    </section>
  );
}
