import { readdirSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { runForward } from '../../src/engine/forward.ts';
import { initialParameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { chosenCell } from '../../src/io/cellChoice.ts';
import { defaultInputs, defaultMoment } from '../../src/io/defaults.ts';
import { encode } from '../../src/io/encode.ts';
import { detect } from '../../src/io/files.ts';
import { sequenceKeysOf } from '../../src/io/link.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { openFile } from '../../src/io/openFile.ts';
import { opened } from '../../src/io/opening.ts';
import { parametersFile, readParametersFile } from '../../src/io/parametersFile.ts';
import { readTapeFile, tapeCsv, tapeFile } from '../../src/io/tapeFile.ts';
import { readViewFile, viewFile } from '../../src/io/viewFile.ts';
import { givenWeights, headIn, learnedIn, valuesIn } from '../../src/io/weights.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { openedModel } from '../../src/store/training/modelInputs.ts';
import { cases } from '../setup/cases.ts';
import { givenIn } from '../store/given.ts';
import { moments } from './arbitraries.ts';

function computed({ inputs }: Moment) {
  const cell = chosenCell(inputs);
  const input = encode(inputs.sequence);
  const sizes = sizesOf(input.D, inputs.H);
  const parameters = {
    ...initialParameters(cell, sizes, inputs.weights.initialisation),
    ...valuesIn(inputs),
  };
  return {
    cell,
    sizes,
    input,
    parameters,
    tape: runForward(compile(cell, sizes), parameters, input.x, inputs.initial),
  };
}

/** Content of a parameter file besides the parameters. */
const carried = (moment: Moment) => ({
  initial: moment.inputs.initial,
  head: headIn(moment.inputs),
  trained: learnedIn(moment.inputs),
  sequence: sequenceKeysOf(moment),
});

const { moment: counter } = await opened('v=1&preset=count-anbn', home);

describe('a file opens as what was saved, bit for bit:', () => {
  test('the view', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const text = viewFile(moment);
        expect(detect(text)).toBe('view');
        expect(await readViewFile(text, home)).toStrictEqual({ ok: true, moment, notices: [] });
      }),
      { numRuns: cases(100) },
    );
  });

  test('the parameters', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const { cell, sizes, parameters } = computed(moment);
        const text = parametersFile(cell, sizes, parameters, carried(moment));
        expect(detect(text)).toBe('parameters');
        const { H, initial } = moment.inputs;
        const { head, trained: learned } = carried(moment);
        const chosen = { cell: cell.id, options: cell.options, H };
        const weights = givenWeights(chosen, { values: parameters, head, learned, origin: 'opened' });
        const change = { ...chosen, initial, weights };
        const read = readParametersFile(text, encode(moment.inputs.sequence).features);
        expect(read).toMatchObject({ ok: true });
        expect(read.ok === true && read.change).toStrictEqual({ ...change, sequence: expect.anything() });
      }),
      { numRuns: cases(100) },
    );
  });

  test('the tape, as JSON and as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const { tape, input, cell } = computed(moment);
        const text = tapeFile(tape, moment, input.tokens);
        expect(detect(text)).toBe('tape');
        const read = await readTapeFile(text, home);
        if (!read.ok) throw new Error(read.message);
        expect(read.moment).toStrictEqual(moment);
        const table = csvParse(tapeCsv(tape, input.tokens));
        expect(table).toHaveLength(tape.length + 1);
        for (const slot of tape.program.slots.keys()) {
          const first = cell.states.some((state) => state.id === slot) ? 0 : 1;
          for (let t = first; t <= tape.length; t++) {
            const values = [...tape.values(slot, t)];
            expect(read.signals[slot][t - first]).toEqual(values);
            expect(values.map((_, k) => Number(table[t][`${slot}[${k + 1}]`]))).toEqual(values);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('a token that looks like a formula or holds quotes stays one harmless cell of the CSV', () => {
  const base = computed(counter);
  const table = csvParse(tapeCsv(base.tape, ['=1+1', 'a"b,\nc']));
  expect([table[1].token, table[2].token]).toEqual(["'=1+1", 'a"b,\nc']);
});

describe('a file of another shape is refused with a sentence', () => {
  const { cell, sizes, parameters } = computed(counter);
  const good = JSON.parse(parametersFile(cell, sizes, parameters));
  const file = (change: object): string => JSON.stringify({ ...good, ...change });
  test.each([
    ['{"a":', /not JSON, or it is cut off/],
    ['{"a":1}', /not a Gatescope file/],
    ['{"format":"gatescope/tape","version":1}', /“gatescope\/tape” file; a “gatescope\/parameters” file is needed/],
    [file({ version: 2 }), /has version 2; this page knows only version 1/],
    [file({ cell: 'qrnn' }), /the cell “qrnn”/],
    [file({ options: { form: 'x' } }), /options of this file do not fit/],
    [file({ D: 3 }), /D = 3 inputs, but the sequence has 2/],
    [file({ H: 500 }), /H = 500 units; the page shows at most 64/],
    [file({ H: '4' }), /contains something unexpected at “H”/],
    [file({ parameters: { b_f: [1] } }), /“b_f” has 1 values, but needs 4/],
    [file({ parameters: { b_q: [1] } }), /This cell has no “b_q”/],
    [file({ parameters: { b_f: [1, 'NaN', 1, 1] } }), /“b_f” holds something that is not a finite number/],
    [
      `{"format":"gatescope/parameters","version":1,"cell":"lstm","options":{},"D":2,"H":4,"initial":{},"parameters":{"__proto__":[1]}}`,
      /./,
    ],
    [Uint8Array.of(0, 1, 2), /binary file/],
  ])('%.60s', (data, message) => {
    const result = readParametersFile(data, ['a', 'b']);
    if (result.ok === false) expect(result.message).toMatch(message);
    else expect(result.ok).toBe('question');
    expect(({} as Record<string, unknown>)[0]).toBeUndefined();
  });
});

test.each([
  ['1,2\n3,4', 'numbers'],
  ['a,b\n1,2\n3,4', 'numbers'],
  ['t,v\ns,m\n0,1\n1,2', 'numbers'],
  ['[1,2]', 'json'],
  ['the cat sat', 'text'],
  ['12 monkeys\nand a cat\nand a dog', 'text'],
  ['\0', 'binary'],
])('%j is taken for %s', (text, kind) => {
  expect(detect(text)).toBe(kind);
});

test('a dropped file becomes a sequence, a change, a moment or a sentence', async () => {
  const { cell, sizes, parameters } = computed(counter);
  expect(await openFile('1\n2', home, ['a', 'b'])).toMatchObject({
    kind: 'sequence',
    reading: { sequence: { rows: [[1], [2]] } },
  });
  expect(await openFile('hello', home, ['a', 'b'])).toMatchObject({
    kind: 'sequence',
    reading: { sequence: { text: 'hello' } },
  });
  expect(await openFile('a,b\n1,2\n3,x', home, ['a', 'b'])).toMatchObject({
    kind: 'sequence',
    reading: { ok: false, where: { row: 3, column: 2 } },
  });
  expect(await openFile(parametersFile(cell, sizes, parameters), home, ['a', 'b'])).toMatchObject({
    kind: 'inputs',
    change: { cell: 'lstm' },
  });
  expect(await openFile(parametersFile(cell, sizes, parameters), home, [...'abcdefg'])).toMatchObject({
    kind: 'refused',
  });
  expect(await openFile(Uint8Array.of(0), home, ['a', 'b'])).toMatchObject({
    kind: 'refused',
    refused: { message: expect.stringMatching(/binary/) },
  });
});

describe('parameters that were learned', () => {
  const moment = async (id: string): Promise<Moment> => ({
    ...defaultMoment,
    inputs: (await home.presets(id)) as Inputs,
  });
  const saved = (of: Moment): string => {
    const { cell, sizes, parameters } = computed(of);
    return parametersFile(cell, sizes, parameters, carried(of));
  };
  const changeOf = (text: string, features: readonly string[]) => {
    const read = readParametersFile(text, features);
    if (read.ok !== true) throw new Error('not read');
    return read.change;
  };

  test('bring their sequence along, whatever is read now', async () => {
    for (const id of ['trained-copy-lstm', 'trained-parity-lstm', 'trained-adding-gru']) {
      const of = await moment(id);
      const { sequence } = of.inputs;
      const { learned } = givenIn(of.inputs);
      expect(changeOf(saved(of), ['a', 'b']), id).toMatchObject({ sequence, weights: { learned } });
      expect(changeOf(saved(of), encode(sequence).features), id).toMatchObject({ sequence });
    }
  });
});

describe('parameters written by hand', () => {
  const lstm = {
    format: 'gatescope/parameters',
    version: 1,
    cell: 'lstm',
    D: 3,
    H: 2,
    sequence: { columns: 'x1,x2,x3', rows: '1,2,3;4,5,6' },
  };
  const U_f = [
    [0, 0],
    [0, 0],
  ];
  const file = (W_f: unknown): string => JSON.stringify({ ...lstm, parameters: { W_f, U_f, b_f: [0, 0] } });
  const turned = [
    [0.1, 0.2],
    [0.3, 0.4],
    [0.5, 0.6],
  ];
  const right = [
    [0.1, 0.3, 0.5],
    [0.2, 0.4, 0.6],
  ];

  test('a matrix of another shape is refused with both shapes', () => {
    expect(readParametersFile(file(turned), ['a'])).toMatchObject({
      ok: false,
      message: expect.stringMatching(/“W_f” needs 2 × 3 numbers.* has 3 × 2: its transpose, which is how Keras/),
    });
    expect(readParametersFile(file([[0.1, 0.3, 0.5], [0.2]]), ['a'])).toMatchObject({
      ok: false,
      message: expect.stringMatching(/has rows of 3 and 1 numbers/),
    });
  });

  test.each([
    ['rows', right],
    ['one list', right.flat()],
  ])('in the right shape, as %s, they give the pre-activations that they should', (_, W_f) => {
    const read = readParametersFile(file(W_f), ['a'], { leftOut: 'zeros' });
    if (read.ok !== true) throw new Error('not read');
    const { tape } = createDerive()({ ...defaultInputs, ...read.change });
    const [one, other] = tape.values('f.pre', 1);
    expect(one).toBeCloseTo(2.2, 12);
    expect(other).toBeCloseTo(2.8, 12);
  });

  test('those that are left out are named, and what stands for them is asked', () => {
    const asked = readParametersFile(file(right), ['a']);
    expect(asked).toMatchObject({
      ok: 'question',
      question: expect.stringMatching(/^The file leaves out .*W_i.*\. What should replace them\?$/),
    });
    const values = (leftOut: 'zeros' | 'seed') => {
      const read = readParametersFile(file(right), ['a'], { leftOut });
      return read.ok === true ? read.change.weights.values : {};
    };
    expect(values('zeros').W_i).toEqual(new Float64Array(6));
    expect(values('seed').W_i).toBeUndefined();
  });

  test('their own sequence is read, and that is said', () => {
    const text =
      '{"format":"gatescope/parameters","version":1,"cell":"rnn","options":{},"D":2,"H":1,"initial":{},"sequence":{"columns":"a,b","rows":"0.5,0;0.25,0"},"parameters":{"W_h":[[1,0]],"U_h":[[0]],"b_h":[0]}}';
    expect(readParametersFile(text, ['p', 'q'])).toMatchObject({
      ok: true,
      change: {
        sequence: {
          columns: ['a', 'b'],
          rows: [
            [0.5, 0],
            [0.25, 0],
          ],
        },
      },
      notices: ['The sequence of the file is used.'],
    });
  });
});

describe('models that npm run train wrote', () => {
  const names = readdirSync('models').filter((name) => name.endsWith('.json'));
  test.each(names)('%s is opened into the page', (name) => {
    const text = readFileSync(`models/${name}`, 'utf8');
    expect(detect(text)).toBe('model');
    const { inputs, notices } = openedModel(text);
    const model = JSON.parse(text);
    expect(inputs).toMatchObject({ cell: model.settings.cell, H: model.settings.H });
    expect([...(givenIn(inputs).values.b_f ?? givenIn(inputs).values.b_h ?? givenIn(inputs).values.b_z)]).toEqual(
      model.weights.layers[0].b_f ?? model.weights.layers[0].b_h ?? model.weights.layers[0].b_z,
    );
    expect(notices[0]).toContain(model.task.title);
    expect(createDerive()(inputs).tape.length).toBeGreaterThan(0);
  });
});

test('an empty file is said to be empty, without advice for a field to type in', async () => {
  expect(await openFile('', home, [])).toMatchObject({ reading: { ok: false, message: 'The file is empty.' } });
});
