import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { refKey } from '../../src/cell/slot.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { arithmeticOf, type LayerArithmetic } from '../../src/notation/arithmetic.ts';
import { factors } from '../../src/notation/factors.ts';
import { displayed, readBack } from '../../src/notation/number.ts';
import { opOf } from '../../src/ops/ops.ts';
import { cases } from '../setup/cases.ts';
import { everyCell, runOf } from './support/runs.ts';

const layerOf = (run: ReturnType<typeof runOf>, key: string, t: number, unit: number, limit = 6): LayerArithmetic => {
  const result = arithmeticOf(run.cell, run.tape, run.parameters, { key, t, unit }, { limit });
  if (result.kind !== 'layer') throw new Error(`${key} is no layer`);
  return result;
};

/** A printed number, 4.96 or 4.96 × 10⁻⁵, in units of 10⁻³⁰. */
function printed(text: string): bigint {
  const [mantissa, power = ''] = text.replace('−', '-').split(' × 10');
  const exponent = Number(
    [...power]
      .map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(sign))
      .map((k) => (k === 10 ? '-' : k))
      .join(''),
  );
  const [whole, decimals = ''] = mantissa.split('.');
  return BigInt(`${whole}${decimals}`.replace('+', '')) * 10n ** BigInt(30 + exponent - decimals.length);
}

test('what is shown adds up to the tape, in the data to 1e-12 and in print exactly', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...everyCell),
      fc.integer({ min: 1, max: 1000 }),
      fc.record({
        D: fc.integer({ min: 1, max: 9 }),
        H: fc.integer({ min: 1, max: 9 }),
        t: fc.integer({ min: 1, max: 5 }),
      }),
      fc.integer({ min: 1, max: 12 }),
      (cell, seed, { D, H, t }, limit) => {
        const run = runOf(cell, seed, { D, H });
        for (const { id, affine, op, constants } of cell.signals) {
          const unit = seed % H;
          if (!affine) continue;
          const { products, rest, bias, preActivation, result } = layerOf(run, id, t, unit, limit);
          const rows = [...products, ...(rest ? [rest] : []), ...(bias ? [bias] : [])];
          const sum = rows.reduce((s, r) => s + r.value, 0);
          expect(Math.abs(sum - run.tape.values(`${id}.pre`, t)[unit])).toBeLessThanOrEqual(1e-12);
          expect(rows.reduce((s, r) => s + printed(r.text), 0n)).toBe(printed(preActivation.text));
          expect(result.value).toBe(run.tape.values(id, t)[unit]);
          expect(opOf(op).scalar?.(preActivation.value, 0, constants)).toBe(result.value);
          for (const p of products) {
            expect(p.value).toBe(p.weight.value * p.input.value);
            if (p.parameter !== null) expect(run.parameters[p.parameter][p.at]).toBe(p.weight.value);
          }
        }
      },
    ),
    { numRuns: cases(150) },
  );
});

test('whoever multiplies the printed factors gets the printed product, to one unit of its last place', () => {
  const number = fc.oneof(
    fc.double({ min: -100, max: 100, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1e-6, max: 1e-6, noNaN: true }),
  );
  fc.assert(
    fc.property(number, number, (a, b) => {
      const product = { value: a * b, text: displayed(a * b) };
      const [one, other] = factors(a, b, product).map(({ text }) => readBack(text));
      const [mantissa, power = ''] = product.text.split(' × 10');
      const exponent = power === '' ? 0 : Math.round(Math.log10(readBack(`1 × 10${power}`)));
      const place = 10 ** (exponent - (mantissa.split('.')[1] ?? '').length);
      // half a unit for the print of the product
      expect(Math.abs(one * other - readBack(product.text))).toBeLessThanOrEqual(1.5 * place * (1 + 1e-9));
    }),
    { numRuns: cases(1000) },
  );
  expect(factors(0.2768, 90.04, { value: 0.2768 * 90.04, text: '+24.92' }).map(({ text }) => text)).toEqual([
    '0.2768',
    '90.04',
  ]);
  expect(factors(0.5843, 0.3141, { value: 0.5843 * 0.3141, text: '0.18' }).map(({ text }) => text)).toEqual([
    '0.58',
    '0.31',
  ]);
});

describe('a layer', () => {
  const run = runOf(cellOf(peephole), 3, { D: 5, H: 4 });

  test('lists the largest products first and counts the others', () => {
    const { products, rest } = layerOf(run, 'f', 2, 1, 4);
    const sizes = products.map((p) => Math.abs(p.value));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(products.length + (rest?.count ?? 0)).toBe(5 + 4 + 1);
  });

  test('names where each factor stands', () => {
    const { products } = layerOf(run, 'f', 2, 1, 99);
    const x4 = products.find((p) => p.label === 'x₄');
    expect(x4).toMatchObject({ key: 'x', unit: 3, t: 2, parameter: 'W_f', at: 1 * 5 + 3 });
    expect(products.find((p) => p.label === 'h₂')).toMatchObject({
      key: 'prev.h',
      t: 1,
      parameter: 'U_f',
      at: 1 * 4 + 1,
    });
    expect(products.find((p) => p.label === 'C₂')).toMatchObject({ key: 'prev.C', t: 1, parameter: 'p_f', at: 1 });
    expect(layerOf(run, 'o', 2, 1, 99).products.find((p) => p.label === 'C₂')).toMatchObject({
      key: 'C',
      t: 2,
      parameter: 'p_o',
    });
  });

  test('the pre-activation asks the same question as the layer', () => {
    expect(layerOf(run, 'f.pre', 2, 1)).toEqual(layerOf(run, 'f', 2, 1));
  });

  test('zero products are not listed when there are many', () => {
    const { cell, parameters } = runOf(cellOf(lstm), 3, { D: 12, H: 2 });
    const zeros = { ...runOf(cellOf(lstm), 3, { D: 12, H: 2, size: 0 }), cell, parameters };
    const { products, rest } = layerOf(zeros, 'f', 1, 0);
    expect(products.map((p) => p.label).sort()).toEqual(['h₁', 'h₂']);
    expect(rest).toMatchObject({ count: 12, value: 0, text: '0.00' });
  });

  test('inputs carry the names they are given', () => {
    const features = ['a', 'r', '␣', 'd', 'e'];
    const result = arithmeticOf(
      run.cell,
      run.tape,
      run.parameters,
      { key: 'f', t: 1, unit: 0 },
      { features, limit: 99 },
    );
    expect(result.kind === 'layer' && result.products.map((p) => p.label)).toContain('x “r”');
  });

  test('an unweighted source enters with the weight one', () => {
    const after = runOf(cellOf(gru, { reset: 'after' }), 3);
    const through = layerOf(after, 'candidate', 2, 1, 99).products.find((p) => p.key === 'reset');
    expect(through).toMatchObject({ parameter: null, label: 'reset past', weight: { value: 1, text: '1' } });
  });
});

test('a signal that is no layer shows its operands, and applying its operation gives the tape', () => {
  for (const cell of everyCell) {
    const run = runOf(cell, 5);
    for (const { id, affine, op, args, constants } of cell.signals) {
      if (affine) continue;
      const result = arithmeticOf(cell, run.tape, run.parameters, { key: id, t: 3, unit: 2 });
      const value = run.tape.values(id, 3)[2];
      if (result.kind === 'normalised') {
        const { operand, mean, deviation } = result;
        expect([operand.key, operand.unit]).toEqual([refKey(args[0]), 2]);
        expect((operand.value - mean.value) / deviation.value).toBe(value);
        continue;
      }
      if (result.kind !== 'pointwise') throw new Error('not pointwise');
      expect(result.operands.map((o) => o.key)).toEqual(args.map(refKey));
      const [a, b] = result.operands;
      expect(opOf(op).scalar?.(a?.value ?? 0, b?.value ?? 0, constants)).toBe(value);
    }
  }
});

test('a previous state is explained at the timestep that wrote it; inputs and initial states are given', () => {
  const run = runOf(cellOf(lstm), 4);
  const ask = (key: string, t: number) => arithmeticOf(run.cell, run.tape, run.parameters, { key, t, unit: 1 });
  expect(ask('prev.C', 3)).toEqual(ask('C', 2));
  expect(ask('prev.C', 1)).toMatchObject({ kind: 'given', origin: 'initial', t: 0 });
  expect(ask('x', 2)).toMatchObject({ kind: 'given', origin: 'input', result: { value: run.tape.values('x', 2)[1] } });
});
