import { OPEN, type Saturation, SHUT, saturationByGate } from '../../analysis/saturation.ts';
import type { Cell } from '../../cell/cell.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { UnitName } from '../inspector/UnitName.tsx';

interface SaturationsProps {
  readonly cell: Cell;
  readonly saturation: readonly Saturation[];
  readonly onSelect: (signal: string, unit: number) => void;
}

/** For every gate how often its units stand open and shut: a dot a unit, and the numbers as a table. */
export function Saturations({ cell, saturation, onSelect }: SaturationsProps) {
  const gates = saturationByGate(saturation);
  if (gates.length === 0) return null;
  return (
    <div className="saturations">
      <h3>How often the gates stand at an end</h3>
      <ul className="gates">
        {gates.map(({ signal: gate, open: opened, shut: closed }) => {
          const units = saturation.filter(({ signal }) => signal === gate);
          const label = signalOf(cell, gate).info.label;
          const words = `${label}: open ${percentage(opened)}, shut ${percentage(closed)} of the time`;
          return (
            <li key={gate}>
              <svg viewBox="-4 -4 108 108" role="img" aria-label={words}>
                <path className="frame" d="M0 0V100H100" />
                <path className="diagonal" d="M0 0L100 100" />
                {units.map(({ unit, open, shut }) => (
                  <circle key={unit} cx={100 * open} cy={100 - 100 * shut} r={3.5} />
                ))}
              </svg>
              <p>{words}</p>
            </li>
          );
        })}
      </ul>
      <p className="hint">
        A dot a unit: to the right the share of timesteps at which the gate is open (above {OPEN}), upwards at which it
        is shut (below {SHUT}). Below the diagonal lies what is in between; after Karpathy, Johnson &amp; Li 2015.
      </p>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">unit</th>
              <th scope="col">open</th>
              <th scope="col">shut</th>
            </tr>
          </thead>
          <tbody>
            {saturation.map(({ signal, unit, open, shut }) => (
              <tr key={`${signal} ${unit}`}>
                <th scope="row">
                  <button type="button" onClick={() => onSelect(signal, unit)}>
                    <UnitName cell={cell} slot={signal} unit={unit} />
                    <span className="unseen">
                      {signalOf(cell, signal).info.label}, unit {displayed(unit + 1)}
                    </span>
                  </button>
                </th>
                <td>{percentage(open)}</td>
                <td>{percentage(shut)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
