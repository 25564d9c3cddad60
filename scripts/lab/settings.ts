import { entriesIn, queryOf } from '../../src/io/query.ts';
import { type LabSettings, settingsIn } from '../../src/laboratory/labLink.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, type Given } from '../arguments.ts';

/** Settings of the page as options, by the keys of its links. */
export const settingOptions: readonly CommandOption[] = [
  {
    name: 'link',
    value: 'address',
    sentence: 'An address of the laboratory, in quotation marks; options take precedence.',
  },
  { name: 'gap', value: 'n', sentence: 'The gap: one of those that were measured.' },
  { name: 'opening', value: 'bias', sentence: 'The initial bias of the gates that keep the memory.' },
  { name: 'scale', value: 'factor', sentence: 'gradient, inputs: the factor of the recurrent matrices.' },
  { name: 'example', value: 'seed', sentence: 'gradient, inputs: the seed of the sequence.' },
  { name: 'cell', value: 'id', sentence: 'The cell. Default: all cells; for inputs and a point, the LSTM.' },
  { name: 'weights', value: 'before | after', sentence: 'inputs: the weights before training or after it.' },
  { name: 'blank', value: 'zero | mean', sentence: 'inputs: the blank that replaces an input.' },
];

/** Keys of a link. */
const keys = settingOptions.map(({ name }) => name).filter((name) => name !== 'link');

/** Settings of the page for these options, read in the same way as a link. An option that cannot be used ends the command. */
export function labSettings(given: Given): LabSettings {
  const entries = new Map(entriesIn(given.link?.replace(/^[^#]*#?/, '') ?? ''));
  for (const name of keys) {
    const value = given[name];
    if (value !== undefined) entries.set(name, value);
  }
  const { settings, notices } = settingsIn(queryOf(entries));
  return notices.length > 0 ? fail(`${notices.join('\n')}\nnpm run lab -- --help lists the options.`) : settings;
}
