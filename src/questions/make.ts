import { displayed } from '../notation/number.ts';
import { randomOf } from '../training/random.ts';
import { ideas } from './ideas/index.ts';
import type { Draft, Draw, Idea, Question } from './question.ts';
import { tapeOf } from './scene.ts';
import { shown } from './shown.ts';

/** The number of draws after which a form counts as broken. */
const TRIES = 200;

/** The idea with this id, or undefined. */
export const ideaOf = (id: string): Idea | undefined => ideas.find((idea) => idea.id === id);

/**
 * The question of a seed about an idea in one of its three forms. Every option has a text of its own and exactly one is
 * right. Throws for an unknown idea or form.
 */
export function questionOf(id: string, form: number, seed: number): Question {
  const idea = ideaOf(id);
  const make = idea?.forms[form];
  if (!idea || !make) throw new Error(`There is no question “${id}” in form ${form}`);
  const random = randomOf(seed);
  const draw: Draw = {
    whole: (low, high) => low + random.whole(high - low + 1),
    tenths: (low, high) => (Math.round(low * 10) + random.whole(Math.round((high - low) * 10) + 1)) / 10,
    of: (items) => items[random.whole(items.length)],
  };
  for (let k = 0; k < TRIES; k++) {
    const draft = make(draw);
    if (draft && distinct(draft) && printedAlike(draft)) {
      const { right, wrong, ...rest } = draft;
      const options = [
        { text: right, misconception: null, sum: null },
        ...wrong.map(([text, misconception, sum = null]) => ({ text, misconception, sum })),
      ];
      return { ...rest, idea: id, form, seed, options: shuffled(options, random.whole) };
    }
  }
  throw new Error(`No numbers could be found for the question “${id}” in form ${form}, seed ${seed}`);
}

function distinct({ right, wrong }: Draft): boolean {
  const texts = [right, ...wrong.map(([text]) => text)];
  return new Set(texts).size === texts.length;
}

/** True if Explore prints the number in focus with the digits of the question: half way between two, it may not. */
function printedAlike({ scenes: [scene], focus }: Draft): boolean {
  if (!scene || !focus) return true;
  const value = tapeOf(scene).values(focus.signal, focus.t)[focus.unit];
  return shown(value) === '0' || shown(value) === displayed(value);
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], whole: (n: number) => number): T[] {
  const order = [...items];
  for (let k = order.length - 1; k > 0; k--) {
    const other = whole(k + 1);
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}
