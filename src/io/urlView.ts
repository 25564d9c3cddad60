import { KEY_PATTERN } from '../cell/slot.ts';
import { defaultView } from './defaults.ts';
import { floatText } from './floats.ts';
import { interventionsText } from './interventionText.ts';
import { MAX_FEATURES, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import type { View } from './moment.ts';
import { type Key, key } from './urlKey.ts';
import {
  asIs,
  check,
  lockList,
  oneOf,
  onOff,
  partList,
  type Reader,
  real,
  rowsText,
  whole,
  yesNo,
} from './urlReaders.ts';

/** The key of one choice of the view. */
const ofView = <Name extends keyof View>(
  name: Name,
  read: Reader<View[Name]>,
  write: (value: View[Name]) => string,
): Key<View[Name]> => key({ read, write, of: ({ view }) => view[name], initial: defaultView[name], input: false });

/** The keys of the moment shown, and of how it is shown. */
export const viewKeys = {
  t: key<number>({
    read: whole(0, MAX_TIMESTEPS),
    write: String,
    of: ({ cursor }) => cursor.t,
    initial: 1,
    input: false,
  }),
  done: key<number | null>({
    read: whole(0, 1000),
    write: String,
    of: ({ cursor }) => cursor.position,
    initial: null,
    input: false,
  }),
  stage: key<string | null>({
    read: asIs,
    write: (value) => value ?? '',
    // the page itself writes `done` instead
    of: () => undefined,
    initial: null,
    input: false,
  }),
  signal: key<string | null>({
    read: (id) => {
      check(KEY_PATTERN.test(id), 'is no signal');
      return id;
    },
    write: (value) => value ?? '',
    of: ({ selection }) => selection.signal,
    initial: null,
    input: false,
  }),
  unit: key<number>({
    read: whole(0, MAX_FEATURES - 1),
    write: String,
    of: ({ selection }) => selection.unit,
    initial: 0,
    input: false,
  }),
  interventions: key<string>({
    read: asIs,
    write: asIs,
    of: ({ inputs }) => inputs.interventions && interventionsText(inputs.interventions),
    initial: '',
    input: false,
    packed: 'long',
  }),
  other: key<string>({
    read: asIs,
    write: asIs,
    of: ({ inputs: { other } }) => other && (other.kind === 'text' ? other.text : rowsText(other.rows)),
    initial: '',
    input: false,
    packed: 'long',
  }),
  beside: key<string>({
    read: asIs,
    write: asIs,
    of: () => undefined,
    initial: '',
    input: false,
    packed: 'long',
  }),
  shows: ofView('shows', oneOf(['values', 'gradients']), asIs),
  output: ofView('output', whole(0, MAX_FEATURES - 1), String),
  outputAt: ofView('outputAt', whole(1, MAX_TIMESTEPS), String),
  threshold: ofView('threshold', real(0, MAX_VALUE), floatText),
  zoom: ofView('zoom', oneOf(['vector', 'lanes', 'unit']), asIs),
  chain: ofView('chain', oneOf(['unfolded', 'folded']), asIs),
  step: ofView('granularity', oneOf(['timestep', 'stage', 'operation']), asIs),
  speed: ofView('speed', real(0.25, 4), floatText),
  theme: ofView('theme', oneOf(['auto', 'light', 'dark', 'projector']), asIs),
  motion: ofView('motion', oneOf(['auto', 'off']), asIs),
  hotkeys: ofView('hotkeys', onOff, (value) => yesNo[`${value}`]),
  guess: ofView('guess', onOff, (value) => yesNo[`${value}`]),
  lock: ofView('locked', lockList, (value) => value.join(',')),
  autoplay: ofView('autoplay', onOff, (value) => yesNo[`${value}`]),
  hide: ofView('hidden', partList, (value) => value.join(',')),
} as const;
