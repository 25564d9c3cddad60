import * as v from 'valibot';
import { KEY_PATTERN } from '../cell/slot.ts';
import { defaultView } from './defaults.ts';
import { floatText } from './floats.ts';
import { interventionsText } from './interventionText.ts';
import { MAX_FEATURES, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import type { Lock, Moment, Part } from './moment.ts';
import { key } from './urlKey.ts';
import { asIs, lockList, oneOf, onOff, partList, real, rowsText, text, whole, yesNo } from './urlSchemas.ts';

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
  shows: key<Moment['view']['shows']>({
    schema: oneOf(['values', 'gradients']),
    write: asIs,
    of: ({ view }) => view.shows,
    initial: defaultView.shows,
    input: false,
  }),
  output: key<number | null>({
    schema: whole(0, MAX_FEATURES - 1),
    write: String,
    of: ({ view }) => view.output,
    initial: defaultView.output,
    input: false,
  }),
  outputAt: key<number | null>({
    schema: whole(1, MAX_TIMESTEPS),
    write: String,
    of: ({ view }) => view.outputAt,
    initial: defaultView.outputAt,
    input: false,
  }),
  threshold: key<number>({
    schema: real(0, MAX_VALUE),
    write: floatText,
    of: ({ view }) => view.threshold,
    initial: defaultView.threshold,
    input: false,
  }),
  zoom: key<Moment['view']['zoom']>({
    schema: oneOf(['vector', 'lanes', 'unit']),
    write: asIs,
    of: ({ view }) => view.zoom,
    initial: defaultView.zoom,
    input: false,
  }),
  chain: key<Moment['view']['chain']>({
    schema: oneOf(['unfolded', 'folded']),
    write: asIs,
    of: ({ view }) => view.chain,
    initial: defaultView.chain,
    input: false,
  }),
  step: key<Moment['view']['granularity']>({
    schema: oneOf(['timestep', 'stage', 'operation']),
    write: asIs,
    of: ({ view }) => view.granularity,
    initial: defaultView.granularity,
    input: false,
  }),
  speed: key<number>({
    schema: real(0.25, 4),
    write: floatText,
    of: ({ view }) => view.speed,
    initial: defaultView.speed,
    input: false,
  }),
  theme: key<Moment['view']['theme']>({
    schema: oneOf(['auto', 'light', 'dark', 'projector']),
    write: asIs,
    of: ({ view }) => view.theme,
    initial: defaultView.theme,
    input: false,
  }),
  motion: key<Moment['view']['motion']>({
    schema: oneOf(['auto', 'off']),
    write: asIs,
    of: ({ view }) => view.motion,
    initial: defaultView.motion,
    input: false,
  }),
  hotkeys: key<boolean>({
    schema: onOff,
    write: (value) => yesNo[`${value}`],
    of: ({ view }) => view.hotkeys,
    initial: defaultView.hotkeys,
    input: false,
  }),
  lock: key<readonly Lock[]>({
    schema: lockList,
    write: (value) => value.join(','),
    of: ({ view }) => view.locked,
    initial: defaultView.locked,
    input: false,
  }),
  autoplay: key<boolean>({
    schema: onOff,
    write: (value) => yesNo[`${value}`],
    of: ({ view }) => view.autoplay,
    initial: defaultView.autoplay,
    input: false,
  }),
  hide: key<readonly Part[]>({
    schema: partList,
    write: (value) => value.join(','),
    of: ({ view }) => view.hidden,
    initial: defaultView.hidden,
    input: false,
  }),
} as const;
