import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { runForward } from '../../src/engine/forward.ts';
import { initialValues, type Parameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { defaultView } from '../../src/io/defaults.ts';
import { encode } from '../../src/io/encode.ts';
import { entriesOf, linkOf } from '../../src/io/link.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { presetIn, valuesIn, withoutPreset } from '../../src/io/weights.ts';
import { presetOf, presets } from '../../src/presets/handSet.ts';
import { home, inputsOf } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { claims } from './claims.ts';

function run(inputs: Inputs, x?: Float64Array): { tape: Tape; parameters: Parameters } {
  const declaration = declarationOf(inputs.cell);
  if (!declaration) throw new Error(inputs.cell);
  const input = encode(inputs.sequence);
  const cell = cellOf(declaration, inputs.options);
  const sizes = sizesOf(input.D, inputs.H);
  const parameters = Object.fromEntries(
    cell.parameters.map((p) => [
      p.name,
      valuesIn(inputs)[p.name] ?? initialValues(p, sizes, inputs.weights.initialisation),
    ]),
  );
  return { tape: runForward(compile(cell, sizes), parameters, x ?? input.x, inputs.initial), parameters };
}

/** Frozen: links name presets by id, so the inputs of a published one must never change. Give a new preset a new id. */
const frozen: Readonly<Record<string, string>> = {
  'first-letter-rnn': '6b1476e296334194',
  'first-letter-lstm': '8406843dd0aa33d6',
  'first-letter-peephole': '50fd4251dd63d8e3',
  'first-letter-coupled': '9e61df513e4fbfcb',
  'first-letter-gru': '544afdbc51e9c6c2',
  'remember-first': '2924b76952d49e60',
  'leaky-rnn': '8a66f35e1c4ff83e',
  'count-anbn': '8aa90c6273d96e91',
  echo: '8099b8f5722e6b45',
  accumulate: '324b155853e58bac',
  rhythm: 'f4a80caeb4d927a4',
  sentence: 'b4e3e1186d8714eb',
  sine: '1ea7a3d365f9618c',
};

describe.each(presets)('the preset $id', ({ id, inputs, look, beside }) => {
  const evidence = {
    ...run(inputs),
    predictions: createDerive()(inputs).predictions,
    input: encode(inputs.sequence),
    without: (option: string) => run({ ...inputs, options: { ...inputs.options, [option]: false } }).tape,
  };

  test.each(look)('does what it says: $text', ({ claims: ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    for (const claim of ids) expect(claims[id][claim]?.(evidence), claim).toBe(true);
  });

  test('has no claim that its text does not make', () => {
    expect(Object.keys(claims[id]).toSorted()).toEqual(look.flatMap((item) => item.claims).toSorted());
  });

  test('sets every weight on purpose, or none', () => {
    const names = Object.keys(evidence.parameters).toSorted();
    expect([names, []]).toContainEqual(Object.keys(valuesIn(inputs)).toSorted());
  });

  test('computes finite numbers', () => {
    expect(evidence.tape.data.every(Number.isFinite)).toBe(true);
  });

  test('is compared with a preset on the very same sequence', () => {
    if (beside !== undefined) expect(presetOf(beside)?.inputs.sequence).toEqual(inputs.sequence);
  });

  test('keeps the inputs that published links rely on', () => {
    const moment: Moment = {
      inputs: withoutPreset(inputs),
      cursor: { t: 1, position: 0 },
      selection: { signal: null, unit: 0 },
      view: defaultView,
    };
    const text = JSON.stringify([...entriesOf(moment)]);
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(frozen[id]);
    expect(linkOf({ ...moment, inputs })).toEqual({ ok: true, hash: `v=1&preset=${id}&done=0` });
  });
});

test('the first flagged value is still there, bit for bit, after ten thousand timesteps', () => {
  const inputs = presetOf('remember-first')?.inputs as Inputs;
  const x = new Float64Array(20_000).map((_, k) => (k % 2 === 0 ? Math.sin(k) : k === 7 || k === 15_001 ? 1 : 0));
  const { tape } = run(inputs, x);
  expect(tape.values('C', 10_000)[0]).toBe(tape.values('C', 4)[0]);
  expect(Math.abs(tape.values('C', 4)[0] - Math.tanh(x[6]))).toBeLessThan(1e-15);
});

test('the counter counts any number of letters', () => {
  const inputs = presetOf('count-anbn')?.inputs as Inputs;
  for (const n of [1, 7, 500]) {
    const text = 'a'.repeat(n) + 'b'.repeat(n);
    const { tape } = run({ ...inputs, sequence: { kind: 'text', text, unit: 'characters', vocabulary: ['a', 'b'] } });
    expect(tape.values('C', n)[0]).toBe(n);
    expect(tape.values('C', 2 * n)[0]).toBe(0);
  }
});

test('ids are distinct, and the first visit shows a preset', async () => {
  expect(new Set(presets.map((preset) => preset.id)).size).toBe(presets.length);
  expect(presetIn((await inputsOf(home.home)) as Inputs)).toBe(home.home);
});
