import * as v from 'valibot';
import { KEY_PATTERN } from '../cell/slot.ts';
import { defaultView } from './defaults.ts';
import { floatText } from './floats.ts';
import { interventionsText } from './interventionText.ts';
import { MAX_FEATURES, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import type { View } from './moment.ts';
import { type Key, key } from './urlKey.ts';
import { asIs, lockList, oneOf, onOff, partList, real, rowsText, text, whole, yesNo } from './urlSchemas.ts';

/** The key of one choice of the view. */
const ofView = <Name extends keyof View>(
  name: Name,
  schema: v.GenericSchema<string, View[Name]>,
  write: (value: View[Name]) => string,
): Key<View[Name]> => key({ schema, write, of: ({ view }) => view[name], initial: defaultView[name], input: false });

/** The keys of the moment shown, and of how it is shown. */
export const viewKeys = {
  t: key<number>({
    schema: whole(0, MAX_TIMESTEPS),
    write: String,
    of: ({ cursor }) => cursor.t,
    initial: 1,
    input: false,
  }),
  done: key<number | null>({
    schema: whole(0, 1000),
    write: String,
    of: ({ cursor }) => cursor.position,
    initial: null,
    input: false,
  }),
  stage: key<string | null>({
    schema: text,
    write: (value) => value ?? '',
    // the page itself writes `done` instead
    of: () => undefined,
    initial: null,
    input: false,
  }),
  signal: key<string | null>({
    schema: v.pipe(text, v.regex(KEY_PATTERN, 'is no signal')),
    write: (value) => value ?? '',
    of: ({ selection }) => selection.signal,
    initial: null,
    input: false,
  }),
  unit: key<number>({
    schema: whole(0, MAX_FEATURES - 1),
    write: String,
    of: ({ selection }) => selection.unit,
    initial: 0,
    input: false,
  }),
  interventions: key<string>({
    schema: text,
    write: asIs,
    of: ({ inputs }) => inputs.interventions && interventionsText(inputs.interventions),
    initial: '',
    input: false,
    packed: 'long',
  }),
  other: key<string>({
    schema: text,
    write: asIs,
    of: ({ inputs: { other } }) => other && (other.kind === 'text' ? other.text : rowsText(other.rows)),
    initial: '',
    input: false,
    packed: 'long',
  }),
  beside: key<string>({
    schema: text,
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
