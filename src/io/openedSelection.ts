import type { Cell } from '../cell/cell.ts';
import { previousOf } from '../cell/slot.ts';
import { besideInputs } from './beside.ts';
import { chosenCell } from './cellChoice.ts';
import { encode } from './encode.ts';
import type { Inputs, Selection } from './moment.ts';
import { quoted } from './reading.ts';
import type { ReadValues } from './readValues.ts';

/** The unit asked about, the last one where there are fewer. */
function unitIn(width: number, { value }: ReadValues, notices: string[]): number {
  const unit = value('unit');
  if (unit < width) return unit;
  notices.push(`“unit” is ${unit}, but units go from 0 to ${width - 1} here; ${width - 1} is shown.`);
  return width - 1;
}

/** The selected signal and unit, limited to those that exist in one of the runs shown. */
export function selectionIn(first: Inputs, values: ReadValues, notices: string[]): Selection {
  const all = [first, ...(first.beside ?? []).map((variation) => besideInputs(first, variation))];
  const signal = signalIn(all.map(chosenCell), values.value('signal'), notices);
  const widths = all.map(({ H, sequence }) => (signal === 'x' ? Math.max(1, encode(sequence).D) : H));
  return { signal, unit: unitIn(Math.max(...widths), values, notices) };
}

/** The signal asked about, or null where no cell that is shown has one of that name. */
function signalIn(cells: readonly Cell[], signal: string | null, notices: string[]): string | null {
  if (signal === null || signal === 'x') return signal;
  for (const { signals, states } of cells)
    if (signals.some(({ id }) => id === signal) || states.some(({ id }) => previousOf(id) === signal)) return signal;
  notices.push(`“signal” is ${quoted(signal)}, which the cell ${cells[0].name} does not have; it was left out.`);
  return null;
}
