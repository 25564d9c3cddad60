import * as v from 'valibot';
import { KEY_PATTERN } from '../cell/slot.ts';
import { registry } from '../cells/index.ts';
import { defaultView } from './defaults.ts';
import { floatText } from './floats.ts';
import { interventionsText } from './interventionText.ts';
import { MAX_FEATURES, MAX_TIMESTEPS } from './limits.ts';
import { type Moment, type Part, parts } from './moment.ts';
import { key } from './urlKey.ts';
import { asIs, oneOf, onOff, partList, real, rowsText, text, whole, yesNo } from './urlSchemas.ts';

const stageIds = [...new Set(registry.flatMap(({ stages }) => stages.map(({ id }) => id)))];

/** The keys of the moment shown, and of how it is shown. */
export const viewKeys = {
  t: key<number>({
    schema: whole(0, MAX_TIMESTEPS),
    write: String,
    of: ({ cursor }) => cursor.t,
    initial: 1,
    meaning: 'the timestep shown, from 1',
    example: 't=5',
    input: false,
  }),
  done: key<number | null>({
    schema: whole(0, 1000),
    write: String,
    of: ({ cursor }) => cursor.position,
    initial: null,
    meaning: 'how many signals of this timestep are computed; without it all',
    example: 'done=3',
    input: false,
  }),
  stage: key<string | null>({
    schema: text,
    write: (value) => value ?? '',
    // the page writes what it shows as done
    of: () => undefined,
    initial: null,
    meaning: `in place of done: the timestep is computed up to the end of this stage of the cell: ${stageIds.join(', ')}`,
    example: 'stage=forget',
    input: false,
  }),
  signal: key<string | null>({
    schema: v.pipe(text, v.regex(KEY_PATTERN, 'is no signal')),
    write: (value) => value ?? '',
    of: ({ selection }) => selection.signal,
    initial: null,
    meaning: 'the signal asked about: x, a signal, or prev. and a state',
    example: 'signal=prev.C',
    input: false,
  }),
  unit: key<number>({
    schema: whole(0, MAX_FEATURES - 1),
    write: String,
    of: ({ selection }) => selection.unit,
    initial: 0,
    meaning: 'the unit asked about, from 0',
    example: 'unit=2',
    input: false,
  }),
  interventions: key<string>({
    schema: text,
    write: asIs,
    of: ({ inputs }) => inputs.interventions && interventionsText(inputs.interventions),
    initial: '',
    meaning: 'changes of the run, see below',
    example: 'interventions=f=1@1..;prev.h/o=cut@1',
    input: false,
    packed: 'long',
  }),
  other: key<string>({
    schema: text,
    write: asIs,
    of: ({ inputs: { other } }) => other && (other.kind === 'text' ? other.text : rowsText(other.rows)),
    initial: '',
    meaning:
      'what another run of the same cell and weights reads, as long as the first: written as text or as rows, whichever the first has',
    example: 'other=cba',
    input: false,
    packed: 'long',
  }),
  shows: key<Moment['view']['shows']>({
    schema: oneOf(['values', 'gradients']),
    write: asIs,
    of: ({ view }) => view.shows,
    initial: defaultView.shows,
    meaning: 'what numbers and colours are: values, or gradients, the derivatives of one output by them',
    example: 'shows=gradients',
    input: false,
  }),
  output: key<number | null>({
    schema: whole(0, MAX_FEATURES - 1),
    write: String,
    of: ({ view }) => view.output,
    initial: defaultView.output,
    meaning: 'the output asked about, from 0 (without outputs a unit of h); without it the likeliest, or unit 0',
    example: 'output=1',
    input: false,
  }),
  outputAt: key<number | null>({
    schema: whole(1, MAX_TIMESTEPS),
    write: String,
    of: ({ view }) => view.outputAt,
    initial: defaultView.outputAt,
    meaning: 'the timestep of the output that gradients are taken of; without it the last',
    example: 'outputAt=5',
    input: false,
  }),
  zoom: key<Moment['view']['zoom']>({
    schema: oneOf(['vector', 'lanes', 'unit']),
    write: asIs,
    of: ({ view }) => view.zoom,
    initial: defaultView.zoom,
    meaning: 'how wires are drawn: vector, lanes or unit',
    example: 'zoom=vector',
    input: false,
  }),
  chain: key<Moment['view']['chain']>({
    schema: oneOf(['unfolded', 'folded']),
    write: asIs,
    of: ({ view }) => view.chain,
    initial: defaultView.chain,
    meaning: 'the cell between its neighbours (unfolded) or with a loop (folded)',
    example: 'chain=folded',
    input: false,
  }),
  step: key<Moment['view']['granularity']>({
    schema: oneOf(['timestep', 'stage', 'operation']),
    write: asIs,
    of: ({ view }) => view.granularity,
    initial: defaultView.granularity,
    meaning: 'how far one step goes: timestep, stage or operation',
    example: 'step=operation',
    input: false,
  }),
  speed: key<number>({
    schema: real(0.25, 4),
    write: floatText,
    of: ({ view }) => view.speed,
    initial: defaultView.speed,
    meaning: 'the pace of playing, 0.25 to 4',
    example: 'speed=2',
    input: false,
  }),
  theme: key<Moment['view']['theme']>({
    schema: oneOf(['auto', 'light', 'dark', 'projector']),
    write: asIs,
    of: ({ view }) => view.theme,
    initial: defaultView.theme,
    meaning: 'auto, light, dark or projector',
    example: 'theme=dark',
    input: false,
  }),
  motion: key<Moment['view']['motion']>({
    schema: oneOf(['auto', 'off']),
    write: asIs,
    of: ({ view }) => view.motion,
    initial: defaultView.motion,
    meaning: 'whether values run along the wires: auto, unless the reader asked for less motion, or off',
    example: 'motion=off',
    input: false,
  }),
  hotkeys: key<boolean>({
    schema: onOff,
    write: (value) => yesNo[`${value}`],
    of: ({ view }) => view.hotkeys,
    initial: defaultView.hotkeys,
    meaning: 'whether keys step and play: on or off, for a page that uses the same keys',
    example: 'hotkeys=off',
    input: false,
  }),
  hide: key<readonly Part[]>({
    schema: partList,
    write: (value) => value.join(','),
    of: ({ view }) => view.hidden,
    initial: defaultView.hidden,
    meaning: `parts that are left out: ${parts.join(', ')}`,
    example: 'hide=input,parameters',
    input: false,
  }),
} as const;
