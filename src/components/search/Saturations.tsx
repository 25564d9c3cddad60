import { OPEN, type Saturation, SHUT, saturationByGate } from '../../analysis/saturation.ts';
import type { Cell } from '../../cell/cell.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { UnitName } from '../inspector/UnitName.tsx';
import { Button } from '../primitives/Button.tsx';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';
import { CaptionedTable } from './CaptionedTable.tsx';

interface SaturationsProps {
  readonly cell: Cell;
  readonly saturation: readonly Saturation[];
}

/** Shows for every gate how often its units are open and shut: a dot a unit, and the numbers as a table. */
export function Saturations({ cell, saturation }: SaturationsProps) {
  const gates = saturationByGate(saturation);
  if (gates.length === 0) return null;
  return (
    <div className="stack">
      <h3>How often gates are saturated</h3>
      <ul className="gates columns hint">
        {gates.map(({ signal: gate, open: opened, shut: closed }) => {
          const units = saturation.filter(({ signal }) => signal === gate);
          const label = signalOf(cell, gate).info.label;
          const words = `open ${percentage(opened)}, shut ${percentage(closed)} of the time`;
          return (
            <li key={gate} data-signal={gate}>
              <b>{label}</b>
              <Triangle label={`${label}: ${words}`} units={units} />
              <p>{words}</p>
            </li>
          );
        })}
      </ul>
      <p className="hint">
        Each dot is a unit: across, the share of timesteps at which the gate is open (above {OPEN}), up, the share at
        which it is shut (below {SHUT}). The further from the diagonal, the more often it is in between; after Karpathy,
        Johnson &amp; Li 2015.
      </p>
      <details>
        <summary>As a table</summary>
        <div className="row">
          {gates.map(({ signal: gate }) => (
            <GateTable key={gate} cell={cell} gate={gate} units={saturation.filter(({ signal }) => signal === gate)} />
          ))}
        </div>
      </details>
    </div>
  );
}

/** The units of one gate as dots over the share of the time at which each is open, and shut. */
function Triangle({ label, units }: { readonly label: string; readonly units: readonly Saturation[] }) {
  return (
    <div className="triangle" role="img" aria-label={label}>
      <svg viewBox="-4 -4 108 108" aria-hidden="true" focusable="false">
        <path className="frame" d="M0 0V100H100" />
        <path className="diagonal" d="M0 0L100 100" />
        {units.map(({ unit, open, shut }) => (
          <circle key={unit} cx={100 * open} cy={100 - 100 * shut} r={3.5} />
        ))}
      </svg>
      <span className="upwards" aria-hidden="true">
        shut, 100&#8239;%
      </span>
      <span className="spread across" aria-hidden="true">
        <span>0</span>
        <span>open, 100&#8239;%</span>
      </span>
    </div>
  );
}

interface GateTableProps {
  readonly cell: Cell;
  readonly gate: string;
  readonly units: readonly Saturation[];
}

/** The numbers of one gate, a row a unit. */
function GateTable({ cell, gate, units }: GateTableProps) {
  const { label } = signalOf(cell, gate).info;
  return (
    <CaptionedTable caption={label} columns={['unit', 'open', 'shut']}>
      {units.map(({ unit, open, shut }) => (
        <tr key={unit} data-signal={gate}>
          <th scope="row">
            <Button look="link" data-select="" data-unit={unit}>
              <UnitName cell={cell} slot={gate} unit={unit} />
              <VisuallyHidden>
                {label}, unit {displayed(unit + 1)}
              </VisuallyHidden>
            </Button>
          </th>
          <td>{percentage(open)}</td>
          <td>{percentage(shut)}</td>
        </tr>
      ))}
    </CaptionedTable>
  );
}
