import { unitQuestion } from '../src/analysis/attribution.ts';
import { patchMap } from '../src/analysis/patchMap.ts';
import { createCell } from '../src/core.ts';
import { alternate, local, type Row } from './alternate.ts';

const T = 32;
const D = 8;
const H = 8;

/** Measures the engine's time for the patching map of two runs that differ in their first input. */
export async function measurePatchMaps(report: (row: Row) => void): Promise<void> {
  for (const id of ['lstm', 'gru']) {
    const cell = createCell(id, { D, H, seed: 1 });
    const x = Float64Array.from({ length: T * D }, (_, k) => Number(k % D === (k * 7) % 5));
    const a = cell.run(x);
    const b = cell.run(x.map((v, k) => (k < D ? 1 - v : v)));
    const question = unitQuestion(cell, 'h', 0, T);
    report(await alternate(cell.cell.name, [local('patch map', () => patchMap(a, b, question))]));
  }
}
