import * as v from 'valibot';
import type { Intervention } from '../../src/engine/intervention/intervention.ts';
import { interventions } from '../../src/io/interventions.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, type Given } from '../arguments.ts';

/** Options that change a run. Several changes of one kind are separated by semicolons. */
export const changeOptions: readonly CommandOption[] = [
  {
    name: 'hold',
    value: 'f=1@5..',
    sentence: 'Intervene: hold a signal at a value, at some timesteps (@5, @5..8, @5..).',
  },
  { name: 'scale', value: 'C:2,3=0.5@4', sentence: 'Multiply a signal; after a colon the units, from 1.' },
  { name: 'cut', value: 'prev.h/o@5..', sentence: 'Set a signal to 0; after a slash the only signal that sees it.' },
  {
    name: 'borrow',
    value: 'C=other@16',
    sentence: 'Borrow a value from other (the run of --other), @3 (another timestep) or mean.',
  },
  { name: 'noise', value: 'f=0.1:7@5..', sentence: 'Add noise of this size; after a colon its seed.' },
  {
    name: 'other',
    value: 'text | rows',
    sentence: 'The sequence of the other run, to borrow from or to compare with.',
  },
];

/** Writers of each kind in the syntax of a link's interventions. */
const written: Readonly<Record<string, (text: string) => string>> = {
  hold: (text) => text,
  scale: (text) => text.replace('=', '*'),
  cut: (text) => text.replace(/(?=@|$)/, '=cut'),
  borrow: (text) => text,
  noise: (text) => text.replace('=', '~'),
};

/** Interventions given as options. Ends the command with a sentence if one cannot be read. */
export function changesOf(given: Given): readonly Intervention[] {
  return Object.entries(written).flatMap(([name, form]) => {
    const parts = (given[name] ?? '').split(';').filter((part) => part.trim() !== '');
    return parts.flatMap((part) => {
      const read = v.safeParse(interventions, form(part.trim()));
      const example = changeOptions.find((option) => option.name === name)?.value;
      return read.success ? read.output : fail(`--${name} is ${part}; write it as in --${name} ${example}.`);
    });
  });
}
