import { declarationOf, registry } from '../cells/index.ts';
import { defaultInputs } from './defaults.ts';
import { floatText } from './floats.ts';
import { MAX_INITIALISATION, MAX_UNITS } from './limits.ts';
import { optionsWritten } from './publishedOptions.ts';
import { listText } from './query.ts';
import { key } from './urlKey.ts';
import { asIs, check, options, real, whole, yesNo } from './urlReaders.ts';
import { defaultInitialisation } from './weights.ts';

/** The keys of the cell, its size and its seed. */
export const cellKeys = {
  cell: key<string>({
    read: (id) => {
      check(declarationOf(id) !== undefined, `is not one of ${registry.map((d) => d.id).join(', ')}`);
      return id;
    },
    write: asIs,
    of: ({ inputs }) => inputs.cell,
    initial: defaultInputs.cell,
    input: true,
  }),
  options: key<Readonly<Record<string, string | boolean>>>({
    read: options,
    write: (value) =>
      listText(Object.entries(value).map(([name, v]) => `${name}:${typeof v === 'string' ? v : yesNo[`${v}`]}`)),
    of: ({ inputs }) => optionsWritten(inputs.cell, inputs.options),
    initial: defaultInputs.options,
    input: true,
  }),
  units: key<number>({
    read: whole(1, MAX_UNITS),
    write: String,
    of: ({ inputs }) => inputs.H,
    initial: defaultInputs.H,
    input: true,
  }),
  seed: key<number>({
    read: whole(0, 4294967295),
    write: String,
    of: ({ inputs }) => inputs.weights.initialisation.seed,
    initial: defaultInitialisation.seed,
    input: true,
  }),
  gain: key<number>({
    read: real(0, MAX_INITIALISATION),
    write: floatText,
    of: ({ inputs }) => inputs.weights.initialisation.gain,
    initial: defaultInitialisation.gain,
    input: true,
  }),
  forgetBias: key<number>({
    read: real(-MAX_INITIALISATION, MAX_INITIALISATION),
    write: floatText,
    of: ({ inputs }) => inputs.weights.initialisation.forgetBias,
    initial: defaultInitialisation.forgetBias,
    input: true,
  }),
} as const;
