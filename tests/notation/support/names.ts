import { expect } from 'vitest';
import type { Names, Value } from './evaluate.ts';
import type { Run } from './runs.ts';

/** Values of the printed names at timestep t, from the declaration's letters and the tape. */
export function namesAt({ cell, parameters, tape }: Run, t: number): Names {
  const names = new Map<string, Value>([['x_t', { vector: [...tape.values('x', t)] }]]);
  for (const { id, info } of cell.signals) {
    if (info.symbol === undefined) continue;
    const { letter, accent } =
      typeof info.symbol === 'string' ? { letter: info.symbol, accent: undefined } : info.symbol;
    const name = { tilde: `~${letter}`, hat: `^${letter}`, prime: `${letter}'`, none: letter }[accent ?? 'none'];
    names.set(`${name}_t`, { vector: [...tape.values(id, t)] });
    if (cell.states.some((s) => s.id === id)) names.set(`${name}_t-1`, { vector: [...tape.values(id, t - 1)] });
  }
  for (const { name, shape } of cell.parameters) {
    const values = [...parameters[name]];
    names.set(name, shape.length === 1 ? { vector: values } : { matrix: values });
  }
  return names;
}

/** Printed numbers are those of the tape up to rounding. */
export function expectClose(actual: readonly number[], expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (const [k, value] of actual.entries())
    if (value === Number.NEGATIVE_INFINITY) expect(value).toBe(expected[k]);
    else expect(Math.abs(value - expected[k])).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected[k])));
}
