import { expect, test } from 'vitest';
import { untold } from '../../scripts/untold.ts';

/** The object that a source declares once nothing is told of it. */
const left = (source: string): unknown => new Function(`${untold(source)}; return cell;`)();

test('what is told of a cell is left out wherever and however it is written', () => {
  const source = `const reference = 'Somebody 2024'; const name = 'a'; const cell = {
    id: 'a', reference, summary: \`One \${name}, "two": {three}\`,
    remarks: 'First, ' + 'second }',
    stages: [{ id: 's', question: 'Why?', label: 'hint: no' }, { sentence: "It’s", id: 't' }],
    signals: { f: { at: [1, 2], hint: 'Last' }, g: { hint: 'Alone' } },
  }`;
  expect(left(source)).toEqual({
    id: 'a',
    stages: [{ id: 's', label: 'hint: no' }, { id: 't' }],
    signals: { f: { at: [1, 2] }, g: {} },
  });
});

test('what only looks like it stays', () => {
  const source = `const cell = (({ hint }) => ({ id: hint, text: "hint: 'x',", at: { summaries: 1 } }))({ ['hint' + '']: 2 })`;
  expect(left(source)).toEqual({ id: 2, text: "hint: 'x',", at: { summaries: 1 } });
});
