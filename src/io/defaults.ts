import type { Inputs, Moment, View } from './moment.ts';
import { seededWeights } from './weights.ts';

/** The default inputs: an LSTM of four units that reads a sentence letter by letter. */
export const defaultInputs = {
  cell: 'lstm',
  options: {},
  H: 4,
  weights: seededWeights(),
  initial: {},
  sequence: { kind: 'text', text: 'the cat sat on the mat', unit: 'characters', vocabulary: null },
} as const satisfies Inputs;

/** The default view. */
export const defaultView: View = {
  shows: 'values',
  output: null,
  outputAt: null,
  threshold: 0.05,
  zoom: 'lanes',
  chain: 'unfolded',
  granularity: 'stage',
  speed: 1,
  theme: 'auto',
  motion: 'auto',
  hotkeys: true,
  guess: false,
  locked: [],
  autoplay: false,
  hidden: [],
};

/** The first timestep with everything computed; the store brings the position within bounds. */
export const defaultMoment: Moment = {
  inputs: defaultInputs,
  cursor: { t: 1, position: Number.POSITIVE_INFINITY },
  selection: { signal: null, unit: 0 },
  view: defaultView,
};
