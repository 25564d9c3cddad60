import type { Random } from '../random.ts';
import type { Task } from '../task.ts';
import { flag, oneHot, oneOf, placeOf, placesOf } from './symbols.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
const opening = Object.keys(closing);
const inputs = [...opening, ...Object.values(closing)];
const outputs = [...Object.values(closing), 'none'];
const places = placesOf(inputs);
const classes = placesOf(outputs);

/** T = 8·deepest balanced brackets of two kinds; what is open, outermost first, after each of them. */
function balanced(random: Random, deepest: number): { tokens: readonly string[]; open: readonly string[] } {
  const T = 8 * deepest;
  const tokens: string[] = [];
  const open = [''];
  for (let t = 0; t < T; t++) {
    const stack = open[t];
    const opens = stack.length < Math.min(deepest, T - t) && (stack.length === 0 || random.whole(2) === 0);
    const token = opens ? oneOf(random, opening) : closing[stack[stack.length - 1]];
    tokens.push(token);
    open.push(opens ? stack + token : stack.slice(0, -1));
  }
  return { tokens, open: open.slice(1) };
}

/** The open brackets after each bracket, outermost first; null after a bracket that closes one that is not open. */
function openAfter(tokens: readonly string[]): readonly (string | null)[] {
  let stack: string | null = '';
  return tokens.map((token) => {
    if (stack === null) return null;
    if (opening.includes(token)) stack += token;
    else stack = closing[stack[stack.length - 1]] === token ? stack.slice(0, -1) : null;
    return stack;
  });
}

const nextOf = (stack: string): number => placeOf(classes, closing[stack[stack.length - 1]] ?? 'none');
const isDetermined = (token: string): boolean => !opening.includes(token);

/** The next bracket to close, asked at every timestep; a bracket just opened takes no memory and does not count. */
export const brackets: Task = {
  id: 'brackets',
  title: 'Balanced brackets',
  sentence: 'Read nested brackets of two kinds and say at every timestep which of them has to close next, if any.',
  asks: 'class',
  level: { label: 'deepest nesting', min: 2, max: 8, initial: 3 },
  inputs,
  symbols: true,
  outputs,
  tracks: [
    { id: 'depth', label: 'the number of open brackets' },
    { id: 'inside', label: 'whether a bracket is open' },
    { id: 'square', label: 'whether the innermost open bracket is a square one' },
    { id: 'outer-square', label: 'whether the outermost open bracket is a square one' },
  ],
  asked: ({ tokens }) => ({
    targets: openAfter(tokens).map((stack) => (stack === null ? null : nextOf(stack))),
    determined: tokens.map(isDetermined),
  }),
  example(random, deepest) {
    const { tokens, open } = balanced(random, deepest);
    const kind = (bracket: string | undefined): number => (bracket ? flag(bracket === '[') : Number.NaN);
    return {
      x: oneHot(places, tokens),
      tokens,
      targets: open.map(nextOf),
      determined: tokens.map(isDetermined),
      tracks: {
        depth: open.map((stack) => stack.length),
        inside: open.map((stack) => flag(stack !== '')),
        square: open.map((stack) => kind(stack[stack.length - 1])),
        'outer-square': open.map((stack) => kind(stack[0])),
      },
    };
  },
};
