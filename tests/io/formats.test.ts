import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detect } from '../../src/io/files.ts';
import { openFile } from '../../src/io/openFile.ts';
import { fields as parametersFields } from '../../src/io/parametersFile.ts';
import { fields as tapeFields } from '../../src/io/tapeFile.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { openedModel } from '../../src/store/training/modelInputs.ts';
import { modelSchema } from '../../src/training/modelFile.ts';

const text = readFileSync('docs/formats.md', 'utf8');
const sections = new Map(text.split(/^## /m).map((part) => [part.slice(0, part.indexOf('\n')), part]));
const part = (title: string): string => sections.get(title) ?? '';
const example = (title: string): string => /```json\n([\s\S]*?)```/.exec(part(title))?.[1] ?? '';
/** The fields of the table of a section. */
const named = (title: string): readonly string[] =>
  [...part(title).matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, names]) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );

test('the tables name the fields that are read', () => {
  const own = new Set(['format', 'version']);
  expect(named('Parameters').toSorted()).toEqual(Object.keys(parametersFields.entries).toSorted());
  expect(named('Tape').toSorted()).toEqual([...Object.keys(tapeFields.entries), 'precision'].toSorted());
  expect(named('Model').toSorted()).toEqual(
    Object.keys(modelSchema.entries)
      .filter((name) => !own.has(name))
      .toSorted(),
  );
});

test('the parameters are opened, with their own sequence', async () => {
  const file = await openFile(example('Parameters'), home, ['x']);
  expect(file).toMatchObject({
    kind: 'inputs',
    change: {
      cell: 'rnn',
      H: 1,
      sequence: {
        columns: ['a', 'b'],
        rows: [
          [0.5, 0],
          [0.25, 0],
        ],
      },
    },
  });
});

test('the view is opened', async () => {
  const file = await openFile(example('View'), home, ['x']);
  expect(file).toMatchObject({
    kind: 'moment',
    notices: [],
    moment: { inputs: { cell: 'gru', H: 2 }, cursor: { t: 2 } },
  });
});

test('the tape is opened', async () => {
  const file = await openFile(example('Tape'), home, ['x']);
  expect(file).toMatchObject({ kind: 'moment', notices: [], moment: { inputs: { sequence: { rows: [[1], [0]] } } } });
});

test('the model is opened, and its gates run', () => {
  expect(detect(example('Model'))).toBe('model');
  const { inputs } = openedModel(example('Model'));
  expect(inputs).toMatchObject({ cell: 'rnn', H: 1 });
  expect(createDerive()(inputs).tape.length).toBeGreaterThan(0);
});
