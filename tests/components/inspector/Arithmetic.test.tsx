// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { registry } from '../../../src/cells/index.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { Arithmetic } from '../../../src/components/inspector/Arithmetic.tsx';
import { arithmeticOf } from '../../../src/notation/arithmetic.ts';
import { displayed, readBack } from '../../../src/notation/number.ts';
import { runOf } from '../../notation/support/runs.ts';
import { mounted } from '../controls/mounted.tsx';

const run = runOf(cellOf(lstm), 3, { D: 4, H: 6 });
const features = ['a', 'r', 'd', 'e'];

function show(key: string, t = 2) {
  const arithmetic = arithmeticOf(run.cell, run.tape, run.parameters, { key, t, unit: 3 }, { features });
  return mounted(<Arithmetic cell={run.cell} arithmetic={arithmetic} features={features} />);
}
const number = (text: string): bigint => BigInt(text.replace('−', '-').replace(/[+.]/g, ''));

afterEach(cleanup);

test('the numbers on the page add up to the sum on the page', () => {
  show('f');
  const rows = [...document.querySelectorAll('.contribution .value')].map((e) => number(e.textContent));
  expect(rows.length).toBe(8);
  expect(rows.reduce((a, b) => a + b, 0n)).toBe(number(document.querySelector('.total .value')?.textContent ?? ''));
});

test('a product has its negative factors in brackets, and is the value beside it', () => {
  show('f');
  const products = [...document.querySelectorAll('.contribution')].flatMap((row) => {
    const product = row
      .querySelector('.hint')
      ?.textContent?.match(/^([^·×]+) × ([^·×]+?)(?: from\u00a0t\u00a0−\u00a01)?$/);
    return product ? [[...product.slice(1), row.querySelector('.value')?.textContent ?? '']] : [];
  });
  expect(products.filter(([, second]) => /^\(−[\d.]+\)$/.test(second.trim())).length).toBeGreaterThan(0);
  for (const [first, second, value] of products) {
    expect(second).not.toMatch(/^ *−/);
    const read = (text: string): number =>
      readBack(
        text
          .trim()
          .replace(/^\((.*)\)$/, '$1')
          .replace('+', ''),
      );
    expect(read(first) * read(second)).toBeCloseTo(read(value), 1);
  }
});

test('the summands of a sum add up too', () => {
  show('C');
  const rows = [...document.querySelectorAll('.contribution .value')].map((e) => number(e.textContent));
  expect(rows.reduce((a, b) => a + b, 0n)).toBe(number(document.querySelector('.total .value')?.textContent ?? ''));
});

test('the heading asks about the value, and the curve names its point', () => {
  show('f');
  const value = run.tape.values('f', 2)[3].toFixed(2);
  expect(screen.getByRole('heading').textContent).toBe(`Why f4 = ${value}timestep 2`);
  expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(new RegExp(`^sigmoid: .* becomes ${value}$`));
});

test('a source can be chosen, with its unit', async () => {
  const { gate, user } = show('f');
  const [source] = screen.getAllByRole('button', { name: /^x “r”: weight .* times .* gives/ });
  await user.hover(source);
  expect(gate.getState().hover).toBe('x');
  await user.click(source);
  expect(gate.getState().selection).toEqual({ signal: 'x', unit: 1 });
});

test('inputs and initial states say that they are given', () => {
  show('x');
  expect(screen.getByText('It is part of the input.')).toBeDefined();
  cleanup();
  show('prev.C', 1);
  expect(screen.getByText(/initial state/)).toBeDefined();
});

test('every value of every cell can be asked about', () => {
  for (const cell of registry.map((declaration) => cellOf(declaration))) {
    const { tape, parameters } = runOf(cell);
    for (const { id } of cell.signals) {
      const arithmetic = arithmeticOf(cell, tape, parameters, { key: id, t: 2, unit: 0 });
      const view = render(<Arithmetic cell={cell} arithmetic={arithmetic} />);
      expect(view.container.querySelector('h3')?.textContent).toContain(arithmetic.result.text);
      view.unmount();
    }
  }
});

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** The operations on two numbers by school arithmetic; the second number of a difference is in brackets where it is negative. */
const schoolRules = {
  mul: (a: number, b: number) => a * b,
  sub: (a: number, b: number) => a - b,
  div: (a: number, b: number) => a / b,
  max: (a: number, b: number) => Math.max(a, b),
  share: (a: number, _: number, formula: string) => {
    const [, , second] = [...formula.matchAll(/−?[\d.]+/g)].map(([digits]) => readBack(digits));
    return logistic(a) / (logistic(a) + logistic(second));
  },
};

test('every operation on two values is written with its numbers, which give the printed result', () => {
  const written = registry
    .map((declaration) => cellOf(declaration))
    .flatMap((cell) => {
      const { tape, parameters } = runOf(cell);
      return cell.signals.flatMap(({ id, op, affine, args }) => {
        if (affine || args.length !== 2 || op === 'add') return [];
        const arithmetic = arithmeticOf(cell, tape, parameters, { key: id, t: 2, unit: 0 });
        const view = render(<Arithmetic cell={cell} arithmetic={arithmetic} />);
        const text = view.container.querySelector('.total .value')?.textContent ?? '';
        expect(view.container.querySelector('.track')).toBeNull();
        view.unmount();
        return [[op, text] as const];
      });
    });
  expect(new Set(written.map(([op]) => op))).toEqual(new Set(['mul', 'sub', 'div', 'max', 'share']));
  for (const [op, text] of written) {
    const [, formula, relation, result] = /^(.*) ([=≈]) (\S+)$/.exec(text) ?? [];
    const [a, b] = [...formula.matchAll(/(?<![\w.])−?[\d.]+/g)].map(([digits]) => readBack(digits));
    const given = schoolRules[op as keyof typeof schoolRules](a, b, formula);
    if (relation === '=') expect(displayed(given), text).toBe(result);
    else expect(displayed(given), text).not.toBe(result);
    expect(Math.abs(given - readBack(result)), text).toBeLessThan(0.05 * Math.max(1, Math.abs(given)));
  }
});
