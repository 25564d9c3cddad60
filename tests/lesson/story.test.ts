import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { beginningOf } from '../../scripts/lessonBeginning.ts';
import { isNear } from '../../src/components/ask/guessAxis.ts';
import { gradientShares } from '../../src/components/gradients/gradientShares.ts';
import { runForward } from '../../src/engine/forward.ts';
import { meanOf, pointAt } from '../../src/laboratory/measured.ts';
import { gaps, openings } from '../../src/laboratory/recipe.ts';
import type { LessonView } from '../../src/lesson/lesson.ts';
import { lackOfRepeated, openedView } from '../../src/lesson/opened.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { isToDo } from '../../src/lesson/toDo.ts';
import { likeliest } from '../../src/notation/outputs.ts';
import { home } from '../../src/presets/index.ts';
import { catalogue } from '../../src/presets/trained/catalogue.ts';
import type { Derived } from '../../src/store/derive.ts';
import { createGatescope } from '../../src/store/gatescope.ts';
import { rowAt } from '../../src/store/predictions.ts';
import { runView } from '../../src/store/runView.ts';
import { randomOf } from '../../src/training/random.ts';
import type { Task } from '../../src/training/task.ts';
import { agreementFar } from '../../src/training/tasks/agreement.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';

const { lesson } = parseLesson(readFileSync('src/app/learn/story.md', 'utf8'));

const viewsOf = (id: string): readonly LessonView[] =>
  lesson.chapters.find((one) => one.id === id)?.parts.flatMap(({ view }) => view ?? []) ?? [];

/** Runs of a chapter's views, with the story's sentence or another one. */
async function runsOf(id: string, text: string | null = null): Promise<Derived[]> {
  const views = viewsOf(id);
  const opened = await Promise.all(views.map((view) => openedView(view, text, home)));
  return opened.map(({ moment }) => createGatescope({ initial: moment }).derived());
}

const answers = ({ predictions, tape }: Derived): string[] => {
  if (!predictions) throw new Error('nothing is answered');
  return Array.from(
    { length: tape.length },
    (_, k) => predictions.head.outputs[likeliest(rowAt(predictions, k + 1).y)],
  );
};
const taskOf = (id: string) => catalogue.find((task) => task.id === id) ?? catalogue[0];
const reachedBy = (id: string, cell: string): number =>
  taskOf(id).cells.find((one) => one.cell === cell)?.reaches ?? Number.NaN;

/** Sizes of the gradient of the last answer at the first and at the last timestep, by central differences in each unit. */
function movedBy({ tape, parameters, predictions }: Derived, state: string, output: number) {
  const { program, length: T } = tape;
  const D = program.sizes.D;
  const read = Array.from({ length: T }, (_, t) => [...tape.values('x', t + 1)]).flat();
  const log = (end: ArrayLike<number>): number => {
    if (!predictions) throw new Error('nothing is answered');
    const { W, b } = predictions.head;
    const y = Array.from(
      b,
      (bias, k) => bias + Array.from(end).reduce((sum, h, u) => sum + W[k * end.length + u] * h, 0),
    );
    return y[output] - Math.log(y.reduce((sum, value) => sum + Math.exp(value), 0));
  };
  /** L if unit u of the state is moved after timestep t. */
  const moved = (t: number, u: number, by: number): number => {
    const states = Object.fromEntries(
      program.cell.states.map(({ id }) => [
        id,
        [...tape.values(id, t)].map((v, k) => (id === state && k === u ? v + by : v)),
      ]),
    );
    return log(runForward(program, parameters, read.slice(t * D), states).values('h', T - t));
  };
  const size = (at: (u: number, by: number) => number): number =>
    Math.hypot(...Array.from({ length: program.sizes.H }, (_, u) => (at(u, 1e-5) - at(u, -1e-5)) / 2e-5));
  // h is the tanh of the cell state, scaled by the output gate
  const atEnd = (u: number, by: number): number => {
    const h = [...tape.values('h', T)];
    h[u] = state === 'h' ? h[u] + by : tape.values('o', T)[u] * Math.tanh(tape.values('C', T)[u] + by);
    return log(h);
  };
  return { first: size((u, by) => moved(1, u, by)), last: size(atEnd) };
}

describe('The beginning of the story', () => {
  it('is its first chapter with the moment of its view, and the titles of the others', async () => {
    const beginning = await beginningOf(lesson);
    const [first, ...others] = beginning.lesson.chapters;
    expect(first).toEqual(lesson.chapters[0]);
    expect(others.map(({ id, title }) => ({ id, title }))).toEqual(
      lesson.chapters.slice(1).map(({ id, title }) => ({ id, title })),
    );
    expect(others.flatMap(({ parts }) => parts)).toEqual([]);
    // it is written into the page, which must begin with what the code would open there
    const written = JSON.parse(JSON.stringify(beginning)).moment;
    const [{ tape }] = await runsOf(lesson.chapters[0].id);
    expect(createGatescope({ initial: written }).derived().tape.data).toEqual(tape.data);
    expect(written.cursor).toEqual({ t: 7, position: 0 });
  });
});

describe('What the story claims', () => {
  it('holds for the example that it names: near words by an RNN, far ones by an LSTM only', async () => {
    const [near] = await runsOf('recent-words-are-enough');
    expect(answers(near).at(-1)).toBe('flowers');
    // the other word with a tick
    expect(near.encoded.tokens.slice(4, 7)).toEqual(['dogs', 'find', 'bones']);
    expect(answers(near)[5]).toBe('bones');
    const [rnn, lstm] = await runsOf('old-words-are-needed');
    const right = 'corn';
    expect(answers(rnn).at(-1)).not.toBe(right);
    expect(answers(lstm).at(-1)).toBe(right);
    expect(lstm.sizes.H).toBe(rnn.sizes.H);
    // “no better than guessing”: the best constant guess is right more often
    const far = taskOf('agreement-far').cells.find(({ cell }) => cell === 'rnn');
    expect(far?.reaches).toBeLessThanOrEqual(far?.chance ?? 0);
    expect(reachedBy('agreement-near', 'rnn')).toBeGreaterThan(0.999);
  });

  describe.each([
    null,
    'Größe zählt, und zwar immer mehr',
    'a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9',
  ])('holds for the sentence %j', (text) => {
    let belt: Derived;
    let memory: Derived;
    beforeAll(async () => {
      [belt] = await runsOf('the-belt', text);
      [memory] = await runsOf('where-is-the-memory', text);
    });

    it('the first word is named at every word', () => {
      expect(new Set(answers(belt))).toEqual(new Set([belt.encoded.tokens[0]]));
    });

    it('the first word changes the cell state, no later word does; from then on every input gate is shut', () => {
      const { tape } = memory;
      const written = [...tape.values('C', 1)];
      for (const value of written) expect(Math.abs(value)).toBeGreaterThan(0.7);
      for (let t = 2; t <= tape.length; t++) {
        for (const [k, value] of [...tape.values('C', t)].entries()) expect(value).toBeCloseTo(written[k], 9);
        for (const gate of tape.values('i', t)) expect(gate).toBeLessThan(1e-9);
        for (const gate of tape.values('f', t)) expect(gate).toBeGreaterThan(1 - 1e-9);
        for (const gate of tape.values('o', t)) expect(gate).toBeGreaterThan(1 - 1e-9);
      }
    });
  });

  it('every word moves the first network, and a word that comes again leaves another state', async () => {
    const [{ tape, encoded }] = await runsOf('a-network-with-a-loop');
    const again = Number(viewsOf('a-network-with-a-loop')[0].entries.t);
    const first = encoded.tokens.indexOf(encoded.tokens[again - 1]) + 1;
    expect(first).toBeLessThan(again);
    const unit = Array.from({ length: tape.length }, (_, k) => tape.values('h', k + 1)[0]);
    expect(Math.sign(unit[again - 1])).toBe(-Math.sign(unit[first - 1]));
    for (let k = 1; k < unit.length; k++) expect(Math.abs(unit[k] - unit[k - 1])).toBeGreaterThan(0.1);
  });

  it('another sentence is another picture, also one with as many words and none of them twice', async () => {
    const sentences = [
      'My old cat ate one fish',
      'Yesterday we all went home early',
      'One more word makes it seven now',
    ];
    const runs = await Promise.all(sentences.map((text) => runsOf('a-network-with-a-loop', text)));
    const firsts = runs.map(([{ tape }]) => tape.values('h', 1)[0]);
    expect(new Set(firsts).size).toBe(sentences.length);
    const codes = await Promise.all(sentences.map((text) => runsOf('where-is-the-memory', text)));
    for (const [{ tape }] of codes) {
      // the last unit is full whatever the word
      const code = [...tape.values('C', 1)].slice(0, -1);
      expect(new Set(code.map(Math.sign)).size).toBe(2);
    }
  });

  it('the gradient vanishes on its way through the plain RNN, and arrives along the belt: by the factors it tells', async () => {
    const [, view] = viewsOf('the-belt');
    const { moment } = await openedView(view, null, home);
    const gatescope = createGatescope({ initial: moment });
    const told =
      /each of (\d+) steps back multiplies it by about (0\.\d+).*?1\/([\d,]+) reaches the first word.*?the factor is (0\.\d+): an eighth/s;
    const [, steps, rnn, left, lstm] = told.exec(readFileSync('src/app/learn/story.md', 'utf8')) ?? [];
    const beside = runView(gatescope, 0);
    const belt = movedBy(gatescope.derived(), 'C', Number(view.entries.output));
    const plain = movedBy(beside.derived(), 'h', Number(view.entries.output));
    expect(beside.derived().cell.name).toBe('RNN');
    const words = gatescope.derived().tape.length - 1;
    expect(words).toBe(Number(steps));
    expect((plain.first / plain.last) ** (1 / words)).toBeCloseTo(Number(rnn), 2);
    expect((belt.first / belt.last) ** (1 / words)).toBeCloseTo(Number(lstm), 2);
    expect(plain.last / plain.first / Number(left.replace(',', ''))).toBeCloseTo(1, 1);
    expect(belt.first / belt.last).toBeCloseTo(1 / 8, 1);
    // a reader's own sentence leaves the networks that the text speaks of
    const typed = await openedView(view, 'My dog eats my shoe', home);
    expect(typed.moment).toEqual(moment);
    // the chart beside the text says the same
    const shares = [gatescope, beside].map((run) => {
      const gradient = run.takeGradient(run.derived(), gatescope.getState().view);
      return gradient && gradientShares(gradient);
    });
    expect(shares.map((one) => one?.state)).toEqual(['C', 'h']);
    expect(shares.map((one) => one?.factor.toFixed(2))).toEqual([lstm, rnn]);
  });

  it('coupled gates forget what they write, and the GRU has one state', async () => {
    const [peephole, coupled, gru] = await runsOf('peepholes-coupled-gates-gru');
    expect(peephole.cell.signals.find(({ id }) => id === 'f')?.affine?.terms.some(({ ref }) => ref.id === 'C')).toBe(
      true,
    );
    for (let t = 1; t <= coupled.tape.length; t++)
      for (const [k, f] of [...coupled.tape.values('f', t)].entries())
        expect(coupled.tape.values('i', t)[k]).toBe(1 - f);
    expect(gru.cell.states.map(({ id }) => id)).toEqual(['h']);
  });

  it('one unit of the trained LSTM counts up at every a and down at every b', async () => {
    const [run] = await runsOf('what-learned-cells-do');
    const { tape, encoded } = run;
    // the text names unit 3 and the figure draws its line
    expect(viewsOf('what-learned-cells-do')[0].entries).toMatchObject({ signal: 'C', unit: '2' });
    const count = Array.from({ length: tape.length }, (_, k) => tape.values('C', k + 1)[2]);
    for (const [k, token] of encoded.tokens.slice(1).entries())
      expect(Math.sign(count[k + 1] - count[k])).toBe(token === 'a' ? 1 : -1);
    // “about 1 after the first”: the first of each letter moves it by far less
    const steps = encoded.tokens.map((_, k) => Math.abs(count[k] - (count[k - 1] ?? 0)));
    const firsts = [0, encoded.tokens.indexOf('b')];
    for (const [k, step] of steps.entries())
      if (firsts.includes(k)) expect(step).toBeLessThan(0.3);
      else expect(Math.abs(step - 1)).toBeLessThan(0.25);
    for (const [k, answer] of answers(run).entries()) expect(answer === '$').toBe(count[k] < 0);
  });

  it('the cells of the ninth chapter have four, three and three yellow boxes, which its reader counts', async () => {
    const layers = (await runsOf('peepholes-coupled-gates-gru')).map(
      ({ cell }) => cell.signals.filter(({ affine }) => affine).length,
    );
    expect(layers).toEqual([4, 3, 3]);
    expect(readFileSync('src/app/learn/story.md', 'utf8')).toContain('four, three and three.');
  });

  it('a reader’s sentence in which a word comes again is asked about there, another one where the story is', async () => {
    const asked = async (text: string | null): Promise<string[]> => {
      const { moment } = await openedView(viewsOf('a-network-with-a-loop')[0], text, home);
      const { tokens } = createGatescope({ initial: moment }).derived().encoded;
      return [...tokens.slice(0, moment.cursor.t)];
    };
    for (const text of [null, 'we go where we like', 'one two three four five six one two']) {
      const read = await asked(text);
      expect(read.indexOf(read.at(-1) ?? '')).toBeLessThan(read.length - 1);
    }
    expect(await asked('no word is here again at all now')).toHaveLength(7);
    // who types such a sentence is told why the question is about another word
    const [first] = viewsOf('a-network-with-a-loop');
    const [memory] = viewsOf('where-is-the-memory');
    expect(lackOfRepeated(first, 'no word is here again'.split(' '))).toMatch(
      /^No word of your sentence comes twice\./,
    );
    expect(lackOfRepeated(first, 'we go where we like'.split(' '))).toBeNull();
    expect(lackOfRepeated(memory, ['one', 'two'])).toBeNull();
    expect(await asked('three words only')).toHaveLength(3);
  });

  it('a reader’s sentence is asked about the unit in which the two occurrences of its word differ most', async () => {
    const [view] = viewsOf('a-network-with-a-loop');
    for (const text of ['my dog eats my shoe', 'we go where we like']) {
      const { moment } = await openedView(view, text, home);
      const { tape, encoded } = createGatescope({ initial: moment }).derived();
      const { t } = moment.cursor;
      const first = encoded.tokens.indexOf(encoded.tokens[t - 1]) + 1;
      const apart = [...tape.values('h', t)].map((value, k) => Math.abs(value - tape.values('h', first)[k]));
      expect(apart[moment.selection.unit]).toBe(Math.max(...apart));
      // whoever repeats the earlier number is not near
      expect(isNear(Math.max(...apart), [-1, 1])).toBe(false);
    }
    // the story's own sentence is asked about as its author says
    expect((await openedView(view, null, home)).moment.selection.unit).toBe(0);
  });

  it('every chapter has one thing to do, set apart', () => {
    for (const { title, parts } of lesson.chapters) {
      const doing = parts
        .flatMap(({ blocks }) => blocks)
        .filter((one) => one.kind === 'paragraph' && isToDo(one.children));
      expect(doing, title).toHaveLength(1);
    }
  });

  it('a plain RNN often does as well as the LSTM in the laboratory, where nothing is asked before the end', () => {
    for (const opening of openings) {
      const asWell = gaps.filter((gap) => {
        const [rnn, lstm] = ['rnn', 'lstm'].map((cell) => meanOf(pointAt(cell, opening, gap)?.accuracy ?? []));
        return rnn >= lstm;
      });
      expect(asWell.length).toBeGreaterThanOrEqual(gaps.length / 2);
    }
    // the paragraph of chapter 4 also asks for the last word of every sentence on the way
    const asked = ({ example }: Task) => example(randomOf(1), 18).targets.filter((target) => target !== null).length;
    expect(asked(rememberFirst)).toBe(1);
    expect(asked(agreementFar)).toBeGreaterThan(2);
  });
});
