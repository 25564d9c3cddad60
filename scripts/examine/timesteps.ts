import { fail } from '../arguments.ts';
import type { Examined } from './source.ts';

/** The given timestep, or all without one. A wrong one ends the command with a sentence. */
export function timestepsOf({ derived: { tape } }: Examined, named: string | undefined): readonly number[] {
  if (tape.length === 0) return fail('There is nothing to read: the sequence is empty. Give one with --sequence.');
  const all = Array.from({ length: tape.length }, (_, k) => k + 1);
  if (named === undefined) return all;
  const t = Number(named);
  return all.includes(t) ? [t] : fail(`--timestep is ${named}; choose a whole number from 1 to ${tape.length}.`);
}

/** The given timestep, or the last. */
export function timestepOf(examined: Examined, named: string | undefined): number {
  return timestepsOf(examined, named).at(-1) ?? 0;
}

/** The given output, by its name or its number from 1; null without one. */
export function outputOf({ derived: { predictions, sizes } }: Examined, named: string | undefined): number | null {
  if (named === undefined) return null;
  const names = predictions?.head.outputs ?? Array.from({ length: sizes.H }, (_, k) => String(k + 1));
  const k = names.includes(named) ? names.indexOf(named) : Number(named) - 1;
  if (Number.isInteger(k) && k >= 0 && k < names.length) return k;
  const what = predictions ? `one of ${names.slice(0, 30).join(' ')}, or its place` : 'a unit of the hidden state';
  return fail(`--output is ${named}; choose ${what}, from 1 to ${names.length}.`);
}
