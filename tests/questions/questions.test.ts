import { describe, expect, it } from 'vitest';
import { opened } from '../../src/io/opening.ts';
import { displayed } from '../../src/notation/number.ts';
import { home } from '../../src/presets/index.ts';
import { ideas } from '../../src/questions/ideas/index.ts';
import { questionOf } from '../../src/questions/make.ts';
import { exploreAddress, momentOf } from '../../src/questions/moment.ts';
import { createDerive } from '../../src/store/derive.ts';
import { cases } from '../setup/cases.ts';

/** A number of consecutive seeds, starting anywhere. */
const SEEDS = cases(300);
const FIRST = 1 + Math.floor(1e6 * Math.random());

/** The right answer and the wrong ones, in any order, from the facts alone: school arithmetic, without the engine. */
type Key = (facts: Readonly<Record<string, number>>) => readonly [right: Answer, ...wrong: readonly Answer[]];
type Answer = number | string;

const tanh = Math.tanh;
const other = (unit: string): string => (unit === 'unit 1' ? 'unit 2' : 'unit 1');
const held = (remembers: boolean, arrives: boolean): string =>
  `${remembers ? 'told apart' : 'not told apart'}; the gradient ${arrives ? 'arrives' : 'vanishes'}`;

const keys: Readonly<Record<string, readonly [Key, Key, Key]>> = {
  'forget-gate': [
    ({ f, C }) => [f * C, (1 - f) * C, f, C - f],
    ({ share }) => [share, 1 - share, 1],
    ({ first, second }) => {
      const right = first > second ? 'unit 1' : 'unit 2';
      return [right, other(right), 'both the same'];
    },
  ],
  'gates-are-shares': [
    ({ f, C, T }) => [f ** T * C, C, 0, f * C],
    ({ i, candidate }) => [i * candidate, candidate, 0, i],
    ({ o, C }) => [o * tanh(C), tanh(C), 0, o],
  ],
  'output-gate-hides': [
    ({ f, written, C }) => [f * C + written, 0, C],
    ({ f, written, C }) => [f * (f * C + written) + written, written, f * C + written],
    ({ C }) => [tanh(C), 0, C],
  ],
  'cell-state-grows': [
    ({ candidate, T }) => [candidate * T, 1, candidate],
    ({ candidate, T }) => [tanh(candidate * T), candidate * T, 1],
    ({ T }) => [`C = ${T}, h = 1`, 'C = 1, h = 1', `C = ${T}, h = ${T}`],
  ],
  'shared-weights': [
    ({ t, T }) => [`at all ${T} timesteps`, `only at timestep ${t}`, `from timestep ${t} on`],
    ({ T, parameters }) => [parameters, 2 * parameters, 2 * T * parameters],
    ({ t, T }) => [`at all ${T} timesteps`, `only at timestep ${t}`, `from timestep ${t} on`],
  ],
  'units-and-timesteps': [({ H, T }) => [H, 2 * H, 2 * T], ({ H, T }) => [H, T, 1], ({ T }) => [T, T / 2, 2 * T]],
  'wires-are-vectors': [({ H }) => [H, 1, H * H], ({ H, D }) => [H + D, 2, H * D], ({ H }) => [H, 1, H * H]],
  'layers-have-weights': [
    // one tanh after the cell state has no weights; all other boxes are layers
    ({ boxes }) => [boxes - 1, boxes, 0],
    ({ C, weight, bias }) => [tanh(C), tanh(weight * C + bias), C],
    ({ D, H }) => [0, H * (D + H + 1), H],
  ],
  'update-gate': [
    ({ z, candidate, h }) => [z * candidate + (1 - z) * h, z * h + (1 - z) * candidate, z * candidate],
    ({ z, candidate, h }) => [z * h + (1 - z) * candidate, z * candidate + (1 - z) * h, z * h],
    ({ multipliesOld }) => {
      const [keeps, takes] = ['it keeps its old state', 'it takes its candidate'];
      return multipliesOld ? [keeps, takes, 'it adds both in full'] : [takes, keeps, 'it adds both in full'];
    },
  ],
  'gradient-paths': [
    ({ more, less }) => {
      const depends = 'larger or smaller, depending on the weights';
      return [more > 0 && less < 0 ? depends : 'undecided', 'equal to it', 'always larger', 'always smaller'];
    },
    () => ['equal to it', 'larger', 'smaller'],
    ({ first, last, via }) => [first * (last + via), first * last, last + via],
  ],
  'vanishing-gradient': [
    () => [held(true, false), held(false, false), held(true, true)],
    () => [held(true, true), held(true, false), held(false, false)],
    () => [held(false, false), held(true, false), held(false, true)],
  ],
  'equal-parameters': [
    () => ['the plain RNN', 'the LSTM or the GRU', 'neither'],
    () => ['the LSTM or the GRU', 'the plain RNN', 'neither'],
    ({ rnn, gated }) => [rnn > gated ? 'the plain RNN' : 'undecided', 'the LSTM or the GRU', 'neither'],
  ],
};

/** A text as a number, if it is one. */
const read = (text: string): Answer => {
  const plain = text.replace('−', '-').replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
};

/** True if a shown option equals the computed answer, numbers to the shown digits. */
function matches(text: string, answer: Answer): boolean {
  if (typeof answer === 'string')
    return answer === text || (answer === 'the LSTM or the GRU' && /^the (LSTM|GRU)$/.test(text));
  const shown = read(text);
  if (typeof shown !== 'number') return false;
  const decimals = text.split('.')[1]?.length ?? 0;
  // an answer printed as a whole number must be one
  return (
    Math.abs(shown - answer) <= 0.5000001 * 10 ** -decimals + 1e-9 && (decimals > 0 || Math.abs(shown - answer) < 1e-6)
  );
}

/** The value of a printed expression of +, −, ×, / and tanh, innermost brackets first. */
function computed(expression: string): number {
  const [inner, tanhOf, content] = /(tanh)?\(([^()]*)\)/.exec(expression) ?? [];
  if (inner !== undefined) {
    const value = computed(content);
    return computed(expression.replace(inner, String(tanhOf ? tanh(value) : value).replace('-', '−')));
  }
  const product = (text: string): number =>
    text
      .split(' × ')
      .map((factor) =>
        factor
          .split(' / ')
          .map(Number)
          .reduce((a, b) => a / b),
      )
      .reduce((a, b) => a * b);
  const [first, ...others] = expression.split(/ (?=[+−] )/);
  const plain = (text: string): string => text.replace('−', '-').replaceAll(',', '');
  return others.reduce(
    (sum, term) => sum + (term.startsWith('−') ? -1 : 1) * product(plain(term.slice(2))),
    product(plain(first)),
  );
}

/** The sums “expression = number” in a text that are not true of the printed digits. */
function wrongSums(text: string): string[] {
  const sums = text.matchAll(/((?:tanh|[(\d−])(?:tanh|[\d.,×+/()− ])*) ([=≈]) (−?[\d.,]*\d)/g);
  return [...sums].flatMap(([sum, expression, sign, result]) => {
    const value = computed(expression);
    const digits = result.split('.')[1]?.length ?? 0;
    const near = Math.abs(value - Number(read(result))) <= 0.5000001 * 10 ** -digits;
    const exact = Math.abs(value - Number(read(result))) < 1e-9;
    return near && exact === (sign === '=') ? [] : [`${sum} is ${value}`];
  });
}

describe.each(ideas.map((idea) => [idea.id] as const))('%s', (id) => {
  it.each([0, 1, 2])('form %i has one right option, and wrong ones that their misconceptions compute', (form) => {
    const problems: string[] = [];
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const question = questionOf(id, form, seed);
      const { options } = question;
      const [right, ...wrong] = keys[id][form](question.facts);
      const rights = options.filter(({ misconception }) => misconception === null);
      const others = options.filter(({ misconception }) => misconception !== null);
      const sound =
        rights.length === 1 &&
        matches(rights[0].text, right) &&
        others.length === wrong.length &&
        wrong.every((answer) => others.some(({ text }) => matches(text, answer))) &&
        new Set(options.map(({ text }) => text)).size === options.length;
      const sums = [question.because, ...others.map(({ sum }) => sum ?? '')];
      problems.push(...sums.flatMap(wrongSums).map((sum) => `seed ${seed}: ${sum}`));
      for (const { text, sum } of others)
        if (sum !== null && !sum.endsWith(` ${text}`)) problems.push(`seed ${seed}: ${sum} is not ${text}`);
      if (!sound)
        problems.push(
          `seed ${seed}: ${question.ask} ${JSON.stringify(options)} for ${JSON.stringify([right, ...wrong])}`,
        );
    }
    expect(problems).toEqual([]);
  });
});

it('leads to a moment in Explore that opens without a notice, with everything computed', async () => {
  const addresses = await Promise.all(
    ideas.flatMap(({ id, forms }) => forms.map((_, form) => exploreAddress(questionOf(id, form, FIRST)))),
  );
  const links = addresses.flatMap((address) => address?.split('#')[1] ?? []);
  expect(links.length).toBeGreaterThan(ideas.length);
  for (const link of links) {
    const { moment, notices } = await opened(link, home);
    expect(notices).toEqual([]);
    expect(moment.cursor.position).toBeGreaterThan(0);
  }
});

it('says “an LSTM”, “a unit”', () => {
  const wrong = ideas.flatMap(({ id, forms }) =>
    forms.flatMap((_, form) =>
      Array.from({ length: SEEDS / 25 }, (_, k) => questionOf(id, form, FIRST + k)).flatMap(
        ({ ask, because, options }) =>
          [ask, because, ...options.map(({ text, misconception }) => `${text} ${misconception}`)].filter((text) =>
            /\ba (LSTM|RNN|[aeio])|\ban (GRU|plain|unit)/i.test(text),
          ),
      ),
    ),
  );
  expect(wrong).toEqual([]);
});

it('covers every idea with a key', () => {
  expect(Object.keys(keys).sort()).toEqual(ideas.map(({ id }) => id).sort());
  expect(ideas.length).toBeGreaterThanOrEqual(12);
});

it('makes the same question from the same seed, and others from others', () => {
  expect(questionOf('forget-gate', 0, 7)).toEqual(questionOf('forget-gate', 0, 7));
  const asked = new Set(Array.from({ length: 100 }, (_, seed) => questionOf('forget-gate', 0, seed).ask));
  expect(asked.size).toBeGreaterThan(60);
});

it('shows the right option at every place', () => {
  const places = Array.from({ length: 200 }, (_, seed) =>
    questionOf('forget-gate', 0, seed).options.findIndex(({ misconception }) => misconception === null),
  );
  for (const place of [0, 1, 2, 3]) expect(places.filter((p) => p === place).length).toBeGreaterThan(25);
});

it('names an unknown question', () => {
  expect(() => questionOf('nonsense', 0, 1)).toThrow('There is no question “nonsense” in form 0');
  expect(() => questionOf('forget-gate', 3, 1)).toThrow('form 3');
});

it('a number in focus has the same digits in Explore as in the question, also half way between two', () => {
  const derive = createDerive();
  for (const { id, forms } of ideas)
    for (const form of forms.keys())
      for (let seed = FIRST; seed < FIRST + SEEDS / 25; seed++) {
        const question = questionOf(id, form, seed);
        const moment = momentOf(question);
        if (!moment || !question.focus) continue;
        const { signal, unit, t } = question.focus;
        const value = derive(moment.inputs).tape.values(signal, t)[unit];
        // 0.7 · 0.7 · 3.5 is 1.715, of which the computed one falls short by a bit
        const exact = Number(value.toPrecision(12));
        if (Math.abs(exact) > 1e-9) expect(displayed(value), question.ask).toBe(displayed(exact));
      }
});
