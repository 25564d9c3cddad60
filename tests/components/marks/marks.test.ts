import { describe, expect, test } from 'vitest';
import { answerReason } from '../../../src/components/marks/answerReason.ts';
import { askedOf, marksOf } from '../../../src/components/marks/marks.ts';
import type { Inputs } from '../../../src/io/moment.ts';
import { firstLetterCells } from '../../../src/presets/firstLetter.ts';
import { inputsOf } from '../../../src/presets/index.ts';
import { catalogue } from '../../../src/presets/trained/catalogue.ts';
import { createDerive } from '../../../src/store/derive.ts';
import { smallTraining } from '../../store/training/inProcess.ts';

const derive = createDerive();
function marked(inputs: Inputs) {
  const { predictions, encoded } = derive(inputs);
  const asked = askedOf(inputs, encoded);
  return predictions && asked ? marksOf(predictions, asked) : null;
}
const all = catalogue.flatMap((task) =>
  task.cells.map((trained) => ({ task, trained, id: `trained-${trained.model}` })),
);
const read = async (id: string, text: string): Promise<Inputs> => {
  const inputs = (await inputsOf(id)) as Inputs;
  if (inputs.sequence.kind !== 'text') throw new Error('a text was expected');
  return { ...inputs, sequence: { ...inputs.sequence, text } };
};
const signs = (inputs: Inputs): string =>
  marked(inputs)
    ?.map((mark) => (mark === null ? '-' : mark.right === null ? '?' : mark.right ? '+' : 'x'))
    .join('') ?? '';

describe.each(all)('the marks of $id', ({ task, trained, id }) => {
  test('are where its task asks, with the answer that its generator holds for right', async () => {
    const inputs = (await inputsOf(id)) as Inputs;
    const marks = marked(inputs);
    const { predictions } = derive(inputs);
    if (!marks || !predictions) throw new Error('the task is known');
    const { outputs } = predictions.head;
    for (const [t, answer] of task.answers.entries()) {
      const mark = marks[t];
      // only the generator knows the symbol after the last
      if (answer === null || (mark === null && t === marks.length - 1)) continue;
      if (task.asks === 'class') expect(mark?.expected, `t = ${t + 1}`).toBe(outputs[answer]);
      else expect(mark).toMatchObject({ right: null });
    }
    // both questions about a paragraph are marked, whichever task the weights belong to
    if (task.id.startsWith('agreement')) return;
    for (const [t, mark] of marks.entries()) if (mark) expect(task.answers[t], `t = ${t + 1}`).not.toBe(null);
  });

  test('are wrong as often as the file of the model was found to be', async () => {
    const fact = trained.facts.find(({ kind }) => kind === 'right' || kind === 'wrong');
    if (!fact || task.id === 'next-character') return;
    const marks = marked((await inputsOf(id)) as Inputs) ?? [];
    const own = marks.filter((mark, t) => mark && task.answers[t] !== null);
    expect(own.filter((mark) => mark?.right === false)).toHaveLength(fact.kind === 'wrong' ? fact.wrong : 0);
  });
});

test('of other sequences are where the task asks, and nowhere where it poses none', async () => {
  expect(signs(await read('trained-anbn-lstm', 'aaabbb'))).toBe('---+++');
  expect(signs(await read('trained-anbn-lstm', 'aaaabb'))).toBe('----++');
  expect(signs(await read('trained-anbn-lstm', 'aabab'))).toBe('--+--');
  expect(signs(await read('trained-anbn-lstm', 'bab'))).toBe('---');
  expect(signs(await read('trained-remember-first-lstm', `A${'x'.repeat(30)}?`))).toBe(`${'-'.repeat(31)}+`);
  expect(signs(await read('trained-remember-first-lstm', 'xyz?'))).toBe('----');
  expect(signs(await read('trained-parity-lstm', '0110'))).toBe('++++');
  expect(signs(await read('trained-brackets-lstm', '([])'))).toBe('--++');
  expect(signs(await read('trained-brackets-lstm', '([)]'))).toBe('----');
  expect(signs(await read('trained-copy-lstm', 'ABCDA·····?????'))).toBe('----------+++++');
});

test('of a paragraph judge both questions: the LSTM knows both, the plain RNN only the near one', async () => {
  for (const task of ['near', 'far']) {
    const asked = async (cell: string) =>
      signs((await inputsOf(`trained-agreement-${task}-${cell}`)) as Inputs).replaceAll('-', '');
    expect(await asked('lstm')).toBe('++++');
    expect(await asked('rnn')).toBe('+++x');
  }
});

test.each(firstLetterCells)('of a %s that names the first letter are at every timestep', async (cell) => {
  expect(signs((await inputsOf(`first-letter-${cell}`)) as Inputs)).toBe('+'.repeat(22));
});

test('are none without weights that know a task', async () => {
  for (const id of ['count-anbn', 'sentence']) expect(marked((await inputsOf(id)) as Inputs)).toBe(null);
});

test('have a reason: the earlier token that decides, what it would be with another, or the task where several decide', async () => {
  const reason = async (id: string, t: number, text?: string): Promise<string | null> => {
    const inputs = text === undefined ? ((await inputsOf(id)) as Inputs) : await read(id, text);
    const { predictions, encoded } = derive(inputs);
    return answerReason(inputs, encoded, t, predictions?.head.outputs ?? []);
  };
  // animals by what they want, traders by what they sell: the rules of the paragraphs in words
  expect(await reason('trained-agreement-near-rnn', 6, 'farmers wake early . bees want')).toMatch(
    /^It follows from “bees” at timestep 5: with “(\w+)” there, “(\w+)” would be right\.$/,
  );
  expect(await reason('trained-agreement-far-rnn', 19)).toMatch(
    /from “farmers” at timestep 1: with “\w+” there, “\w+”/,
  );
  expect(await reason('trained-remember-first-rnn', 6, 'Bxyxz?')).toBe(
    'It follows from “B” at timestep 1: with “A” there, “A” would be right.',
  );
  expect(await reason('trained-parity-lstm', 3, '0110')).toMatch(/^The task: /);
  expect(await reason('count-anbn', 3)).toBeNull();
});

test('of a text of one’s own that a run learns are the tokens that follow', () => {
  const text = 'to be or not to be. '.repeat(20);
  const { gate, training, deliver, clock, current } = smallTraining({
    subject: { kind: 'text', text, window: 7 },
    updates: 3,
  });
  training.actions.start();
  deliver();
  clock.pass(3000);
  const { inputs } = gate.getState();
  const { predictions, encoded } = gate.derived();
  const asked = askedOf(inputs, encoded, current());
  if (!predictions || !asked || inputs.sequence.kind !== 'text') throw new Error('it is shown');
  const expected = marksOf(predictions, asked).map((mark) => mark?.expected ?? null);
  expect(expected).toEqual([...[...inputs.sequence.text].slice(1), null]);
  // the text is known only to its run
  expect(askedOf(inputs, encoded)).toBe(null);
});
