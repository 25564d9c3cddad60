import type { Inputs, Moment, View } from './state.ts';

/** What a reader meets first: an LSTM of four units that reads a sentence, letter by letter. */
export const defaultInputs: Inputs = {
  cell: 'lstm',
  options: {},
  H: 4,
  seed: 1,
  gain: 1.5,
  forgetBias: 1,
  edited: {},
  initial: {},
  sequence: { kind: 'text', text: 'the cat, which ran, is', unit: 'characters', vocabulary: null },
  preset: null,
};

/** How the picture looks at first. */
export const defaultView: View = {
  zoom: 'lanes',
  chain: 'unfolded',
  granularity: 'stage',
  speed: 1,
  theme: 'auto',
  hidden: [],
};

/** The first timestep with everything computed; the store brings the position within bounds. */
export const defaultMoment: Moment = {
  inputs: defaultInputs,
  cursor: { t: 1, position: Number.POSITIVE_INFINITY },
  selection: { signal: null, unit: 0 },
  view: defaultView,
};
