import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { runSingle } from '../../src/engine/forward.ts';
import { compile } from '../../src/engine/program.ts';
import { singleRun } from '../../src/engine/single/forward.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { arithmeticOf } from '../../src/notation/arithmetic.ts';
import { readBack } from '../../src/notation/number.ts';
import { opOf } from '../../src/ops/ops.ts';
import { someCells } from '../everyCell.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

const wasm = await loadSingleKernels();

/** Half a unit of the last place of a printed number. */
function halfPlace(text: string): number {
  const [mantissa, power = '10⁰'] = text.split(' × ');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals * readBack(`1 × ${power}`);
}

describe('a number of a tape in float32 is what its arithmetic, done in float64, comes to in the digits shown', () => {
  it.each(someCells.map(({ name, cell }) => [name, cell] as const))('%s', (_, cell) => {
    const sizes = sizesOf(2, 33);
    const parameters = randomParameters(cell, sizes, 7, 0.5);
    const program = compile(cell, sizes);
    // without squashing, values leave the range of float32 sooner
    const T = cell.options.squashing === 'relu' ? 12 : 24;
    const tape = runSingle(singleRun(program, wasm), program, parameters, randomVector(8, T * sizes.D, 1));
    expect(tape.precision).toBe('float32');
    for (const { id, dim } of cell.signals)
      for (const t of [1, 2, 12]) {
        for (let unit = 0; unit < sizes[dim]; unit += 8) {
          const where = `${id} ${unit} at ${t}`;
          const arithmetic = arithmeticOf(cell, tape, parameters, { key: id, t, unit });
          if (arithmetic.kind === 'given') continue;
          const { result } = arithmetic;
          // nothing was written yet: the exponent of it is −∞ in either precision
          if (result.value === Number.NEGATIVE_INFINITY) continue;
          const rounding = (size: number): number => 2e-6 * Math.max(1, size);
          if (arithmetic.kind === 'normalised') {
            const { operand, mean, deviation } = arithmetic;
            const again = (operand.value - mean.value) / deviation.value;
            const size = (Math.abs(operand.value) + Math.abs(mean.value)) / deviation.value;
            expect(Math.abs(result.value - again), where).toBeLessThanOrEqual(rounding(size));
            continue;
          }
          const { op, constants } = arithmetic;
          let args: readonly number[];
          if (arithmetic.kind === 'layer') {
            const { products, rest, bias, preActivation } = arithmetic;
            const summands = [...products, ...(rest ? [rest] : []), ...(bias ? [bias] : [])];
            const sum = summands.reduce((n, { value }) => n + value, 0);
            expect(Math.abs(sum - preActivation.value), where).toBeLessThan(
              rounding(summands.reduce((n, { value }) => n + Math.abs(value), 0)),
            );
            for (const { value, text } of summands)
              expect(Math.abs(readBack(text.replace('+', '')) - value), where).toBeLessThan(2 * halfPlace(text));
            args = [preActivation.value];
          } else args = arithmetic.operands.map(({ value }) => value);
          const again = opOf(op).scalar?.(args[0] ?? 0, args[1] ?? 0, constants) ?? Number.NaN;
          const size = Math.max(Math.abs(result.value), ...args.map(Math.abs));
          expect(Math.abs(readBack(result.text) - again), where).toBeLessThanOrEqual(
            halfPlace(result.text) + rounding(size),
          );
        }
      }
  });
});
