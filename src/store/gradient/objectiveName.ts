import type { Cell } from '../../cell/cell.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import { inQuotes } from '../../text/tokens.ts';
import type { Predictions } from '../predictions.ts';
import type { Objective } from './gradient.ts';

/** L without its timestep: log p(“b”), the output “sum”, h₃. */
export function objectiveLetter({ kind, output }: Objective, cell: Cell, predictions: Predictions | null): string {
  const name = inQuotes(predictions?.head.outputs[output] ?? '');
  if (kind === 'unit') return unitLabel(cell, { kind: 'signal', id: cell.output }, output);
  return kind === 'class' ? `log p(${name})` : `the output ${name}`;
}

/** L in words: log p(“b”) at timestep 8. */
export function objectiveName(of: Objective, cell: Cell, predictions: Predictions | null): string {
  return `${objectiveLetter(of, cell, predictions)} at timestep ${of.t}`;
}
