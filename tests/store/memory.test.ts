import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { lstm } from '../../src/cells/lstm.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { home } from '../../src/presets/index.ts';
import { catalogue } from '../../src/presets/trained/catalogue.ts';
import { createDerive, type Derived } from '../../src/store/derive.ts';
import { proposedOther, withNumber, withToken } from '../../src/store/memory/beginnings.ts';
import {
  carryingOf,
  differingAnswers,
  fitsInTime,
  mapOf,
  mapQuestion,
  pairOf,
  readingsOf,
  strongestUnit,
} from '../../src/store/memory/memory.ts';
import { borrowedWords, carryingWords, limitsWords } from '../../src/store/memory/memoryWords.ts';

const inputsOf = async (preset: string): Promise<Inputs> => (await home.presets(preset)) as Inputs;

/** A preset beside the sequence that is proposed for it, or one made from its own. */
async function compared(preset: string, change?: (inputs: Inputs, derived: Derived) => Inputs['sequence'] | null) {
  const inputs = await inputsOf(preset);
  const alone = createDerive()(inputs);
  const other = change ? change(inputs, alone) : proposedOther(alone, inputs.sequence);
  if (!other) return null;
  const derived = createDerive()({ ...inputs, other });
  if (!derived.other) throw new Error('the other sequence does not fit');
  return { derived, inputs, other, pair: pairOf(derived.tape, derived.predictions, derived.other.tape) };
}

const beginningWith =
  (token: string) =>
  ({ sequence }: Inputs, { encoded }: Derived): Inputs['sequence'] =>
    withToken(sequence as Inputs['sequence'] & { kind: 'text' }, encoded.tokens, 1, token);

const shipped = catalogue.flatMap(({ cells }) =>
  cells.filter(({ cell }) => cell === 'lstm' || cell === 'gru').map(({ model }) => model),
);

describe.each(shipped)('another beginning for %s', (model) => {
  test('changes an answer, and each borrowed value moves it as the map says', async () => {
    const found = await compared(`trained-${model}`);
    expect(found, 'some token changes an answer').not.toBeNull();
    if (!found) return;
    const { pair, derived } = found;
    const question = mapQuestion(pair, null, null);
    if (!question) throw new Error('no question');
    expect(differingAnswers(pair, 0)).toContain(question.timestep);
    expect(fitsInTime(pair, question.timestep)).toBe(true);
    const map = mapOf(pair, question, null);
    if (!map) throw new Error('no map');
    const { states } = derived.cell;
    const entry = { signal: states[0].id, unit: null, t: question.timestep - 1 || 1 };
    const readings = readingsOf(pair, question, entry);
    expect(readings.share).toBeCloseTo(map.entries[map.rows.indexOf(entry.signal)][entry.t - 1], 9);
    const outputs = derived.predictions?.head.outputs ?? null;
    expect(borrowedWords(derived.cell, entry, question, outputs, readings)).toMatch(
      /^Taking only the .+ of timestep \d+ from the other run (turns|leaves|moves) the answer at timestep \d+ .+\.$/,
    );
  });
});

describe('what the page says of the first symbol, C in place of D', () => {
  const saidOf = async (cell: string) => {
    const found = await compared(`trained-remember-first-${cell}`, beginningWith('C'));
    if (!found) throw new Error('nothing to compare');
    const { derived, pair } = found;
    const question = mapQuestion(pair, null, null);
    const map = question && mapOf(pair, question, null);
    if (!question || !map) throw new Error('no map');
    return { derived, pair, question, words: carryingWords(derived.cell, carryingOf(pair, map, 32), 32) };
  };

  test('is that in the LSTM only C carries it, and no single write or gate', async () => {
    const { words, question, pair, derived } = await saidOf('lstm');
    expect(question.timestep).toBe(32);
    expect(words).toContain('At every timestep from 2 to 31 only the cell state C carries the difference');
    expect(words).toMatch(/at least 9\d.% of the way; the hidden state h moves it by at most 2\d.%\./);
    expect(words).toMatch(
      /No candidate C̃ of a single timestep on the way moves it by more than 1\d.%, no gate by more than \d.%\.$/,
    );
    const entry = { signal: 'C', unit: null, t: 16 };
    const outputs = derived.predictions?.head.outputs ?? null;
    expect(borrowedWords(derived.cell, entry, question, outputs, readingsOf(pair, question, entry))).toMatch(
      /^Taking only the cell state C of timestep 16 from the other run turns the answer at timestep 32 into “C” \(almost 100.%\)\.$/,
    );
    const gate = { signal: 'f', unit: null, t: 16 };
    expect(borrowedWords(derived.cell, gate, question, outputs, readingsOf(pair, question, gate))).toContain(
      'leaves the answer at timestep 32 at “D”',
    );
    const strongest = strongestUnit(pair, question, 'C', 16);
    expect(strongest?.share).toBeGreaterThan(0.1);
    expect(strongest?.share).toBeLessThan(0.9);
    expect(limitsWords(derived.cell, entry, strongest)).toMatch(/Several units share the memory: .+ \(unit \d\)\.$/);
  });

  test('is that the GRU has only h, and that one write is enough to change it', async () => {
    const { words } = await saidOf('gru');
    expect(words).toContain('the hidden state h carries the whole difference: this cell has no other memory.');
    expect(words).toMatch(
      /any single timestep moves it by 9\d.% to 9\d.%.*: one write is enough to change the memory\.$/,
    );
  });
});

describe('a question that cannot be asked', () => {
  test('is one of two runs that answer alike', async () => {
    const found = await compared('trained-remember-first-lstm', ({ sequence }) => sequence);
    expect(found && mapQuestion(found.pair, null, null)).toBeNull();
  });

  test('about a timestep without a differing answer becomes the last at which they do not', async () => {
    const found = await compared('trained-remember-first-lstm', beginningWith('C'));
    expect(found && mapQuestion(found.pair, 33, null)?.timestep).toBe(32);
  });

  test('without weights that have learned is about a unit of the hidden state', async () => {
    const { weights: _, ...inputs } = await inputsOf('trained-remember-first-lstm');
    const { weights } = (await import('../../src/io/defaults.ts')).defaultInputs;
    const derived = createDerive()({
      ...inputs,
      weights,
      other: beginningWith('C')({ ...inputs, weights }, createDerive()({ ...inputs, weights })),
    });
    const pair = pairOf(derived.tape, derived.predictions, derived.other?.tape ?? derived.tape);
    expect(mapQuestion(pair, 9, 3)).toMatchObject({ timestep: 9, output: 3, question: { signal: 'h', timestep: 9 } });
  });
});

test('words are exchanged among words, and one number in its row', () => {
  const words = { kind: 'text', text: 'cows  like grass', unit: 'words', vocabulary: null } as const;
  expect(withToken(words, ['cows', 'like', 'grass'], 2, 'want').text).toBe('cows want grass');
  const numbers = {
    kind: 'numbers',
    columns: ['a', 'b'],
    rows: [
      [1, 2],
      [3, 4],
    ],
    scaling: 'none',
  } as const;
  expect(withNumber(numbers, 2, 0, 9).rows).toEqual([
    [1, 2],
    [9, 4],
  ]);
});

test('where no state alone carries the difference, the words say between which shares each moves the answer', () => {
  const states = [
    { id: 'C', least: 0.404, most: 1.107 },
    { id: 'h', least: -0.1, most: 0.601 },
  ];
  const carrying = { from: 2, until: 5, states, candidates: [], gates: [] };
  expect(carryingWords(cellOf(lstm), carrying, 6).replaceAll('\u202f', ' ')).toBe(
    'No state alone carries the difference all the way from timestep 2 to 5: the cell state C moves it by 40 % to 111 %, the hidden state h moves it by −10 % to 61 %.',
  );
});
