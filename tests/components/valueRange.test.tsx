// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { GuessStrip } from '../../src/components/ask/GuessStrip.tsx';
import { DrawInput } from '../../src/components/input/DrawInput.tsx';
import { NumberField } from '../../src/components/parameters/NumberField.tsx';
import { valueRange } from '../../src/components/primitives/valueRange.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import { mounted } from './controls/mounted.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const DECIMAL = /^-?\d+(\.\d+)?$/;
const NAMES = ['aria-valuenow', 'aria-valuemin', 'aria-valuemax'];

test('no other file of the source writes the attributes of a range', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const writing = sources.filter((name) =>
    /aria-?value(now|min|max)['"=]/i.test(readFileSync(join('src', name), 'utf8')),
  );
  expect(writing).toEqual([join('components', 'primitives', 'valueRange.ts')]);
});

test('every number is told in decimal digits, and what is not finite is left out', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.double(), (...values) => {
      const [now, min, max] = values;
      const written = valueRange(now, [min, max]);
      for (const [k, name] of NAMES.entries()) {
        if (!Number.isFinite(values[k])) expect(written).not.toHaveProperty(name);
        else {
          expect(written[name]).toMatch(DECIMAL);
          expect(Math.abs(Number(written[name]) - values[k])).toBeLessThan(1e-100);
        }
      }
    }),
  );
});

/** A curve of two timesteps at this height. */
const curve = (height: number) =>
  ({ kind: 'numbers', rows: [[height], [-height]], columns: ['value'], scaling: 'none' }) as const;

test.each([1e-9, -1e-9, 2.5e-7, 0])('a field, a guess and a drawn curve tell %f in decimal digits', (value) => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  render(<NumberField label="Rate" value={value} step={1} min={-1e-8} max={1} onCommit={() => {}} />);
  render(
    <GuessStrip
      name="C"
      known={[value]}
      first={2}
      tokens={['a', 'b', 'c']}
      axis={[-1e-6, 1e-6]}
      bounds={[-1, 1]}
      guesses={[value, null]}
      onGuess={() => {}}
      onSettle={() => {}}
    />,
  );
  mounted(<DrawInput />, { inputs: { ...defaultInputs, sequence: curve(value) } });
  const [field, guess, none, pad] = [screen.getByLabelText('Rate'), ...screen.getAllByRole('slider')];
  for (const element of [field, guess, none, pad]) {
    for (const name of NAMES) expect(element.getAttribute(name)).toMatch(DECIMAL);
    expect(Number(element.getAttribute('aria-valuenow'))).toBe(value);
  }
});
