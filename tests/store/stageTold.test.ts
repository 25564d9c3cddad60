import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/cell/cell.ts';
import { registry } from '../../src/cells/index.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import type { Pin } from '../../src/io/moment.ts';
import { quotedIn, sentenceOf, sentenceText } from '../../src/notation/sentence.ts';
import { createDerive } from '../../src/store/derive.ts';
import { stageTold } from '../../src/store/stageTold.ts';
import { intervening } from './intervening.ts';

const T = 4;
const derivedWith = (cell: string, interventions: readonly Pin[]) =>
  createDerive(
    undefined,
    intervening,
  )({
    ...defaultInputs,
    cell,
    sequence: { kind: 'text', text: 'abcaab', unit: 'characters', vocabulary: null },
    interventions,
  });
const held = (key: string, to: string | null = null): Pin => ({
  key,
  to,
  units: null,
  from: 1,
  until: null,
  change: { kind: 'hold', value: 0.3125 },
});

/** A stage of the cell in words, with interventions. */
function told(cell: string, pins: readonly Pin[], stage: Cell['stages'][number]) {
  const derived = derivedWith(cell, pins);
  const { changes, sentence } = stageTold(derived, stage, T, 0, '“a”');
  const usual = sentenceOf(stage.sentence, derived.tape, T, 0, '“a”');
  return { changes, text: sentenceText(sentence), usual: sentenceText(usual) };
}

const placed = registry.flatMap(({ id, name }) => {
  const { cell } = derivedWith(id, []);
  return cell.stages.flatMap((stage) =>
    quotedIn(stage.sentence)
      .filter((key) => !key.startsWith('prev.'))
      .map((key) => ({ name: `${name}, ${stage.label}, ${key}`, id, cell, stage, key })),
  );
});

describe.each(placed)('$name', ({ id, cell, stage, key }) => {
  const signal = cell.signals.find((one) => one.id === key);

  test('held at a value that the others do not give, the sentence claims no more than the values', () => {
    const { changes, text, usual } = told(id, [held(key)], stage);
    if (stage.signals.includes(key)) expect(changes.join()).toContain('held at 0.31');
    if (signal?.affine) expect(text).toBe(usual);
    else expect(text).toMatch(/^In unit 1, the .* is .*0\.31/);
  });

  test('another unit is told as ever', () => {
    const { changes, text, usual } = told(id, [{ ...held(key), units: [1] }], stage);
    expect({ changes, text }).toEqual({ changes: [], text: usual });
  });
});

test('a wire that is cut breaks the sentence of what reads it; another input is not told as read', () => {
  const { cell } = derivedWith('lstm', []);
  const [forget, input] = cell.stages;
  const wire: Pin = { ...held('f', 'kept'), change: { kind: 'cut' } };
  expect(told('lstm', [wire], forget)).toMatchObject({
    changes: ['f in kept memory cut'],
    text: expect.stringMatching(
      /^In unit 1, the forget gate is 0\.\d+, the cell state before is .* and the kept memory is 0\.$/,
    ),
  });
  expect(told('lstm', [wire], input).text).toMatch(/^Reading “a”, unit 1 /);
  expect(told('lstm', [held('x')], input).text).toMatch(/^Unit 1 lets in /);
});
