import type { Cell } from '../cell/cell.ts';
import { chosenCell } from './cellChoice.ts';
import { encode } from './encode.ts';
import { fitting } from './fitting.ts';
import { type Inputs, type Moment, parts } from './moment.ts';
import { openedOther, openedSequence } from './openedSequence.ts';
import { openedGiven, openedWeights } from './openedWeights.ts';
import { optionsRead } from './publishedOptions.ts';
import { quoted } from './reading.ts';
import type { ReadValues } from './readValues.ts';
import type { KeyName } from './urlTable.ts';

/** The moment at a timestep that one of its runs has, the nearest one, with a notice if the link asks for another. */
export function withinRuns(moment: Moment, { has }: ReadValues, notices: string[]): Moment {
  const { inputs, cursor } = moment;
  const sequences = [inputs, ...(inputs.beside ?? [])].flatMap(({ sequence }) => sequence ?? []);
  const T = Math.max(...sequences.map((sequence) => encode(sequence).tokens.length));
  const t = Math.min(Math.max(cursor.t, Math.min(1, T)), T);
  if (t === cursor.t) return moment;
  if (has('t')) notices.push(`“t” is ${cursor.t}, but the sequence has ${T} timesteps; ${t} is shown.`);
  return { ...moment, cursor: { ...cursor, t } };
}

/**
 * The moment that the values describe over the inputs of a preset, at the timestep asked for, which its runs may not have.
 * A value that does not fit is replaced, with a notice.
 */
export function momentOf(
  values: ReadValues,
  shown: string | undefined,
  preset: Inputs | undefined,
  start: number,
  notices: string[],
): Moment {
  const { has, value } = values;
  const from = <K extends KeyName, I extends keyof Inputs>(name: K, field: I): Inputs[I] =>
    has(name) || !preset ? (value(name) as unknown as Inputs[I]) : preset[field];

  const cell = from('cell', 'cell');
  const fromLink = !preset || has('cell') || has('options');
  const options = fromLink ? optionsRead(cell, from('options', 'options')) : preset.options;
  const H = from('units', 'H');
  const sequence = openedSequence(values, preset?.sequence, notices);
  const other = openedOther(sequence, value('other'), notices);
  const encoded = encode(sequence);
  const given = { ...openedGiven(values, preset), initial: from('initial', 'initial') };
  const fitted = fitting({ cell, options, H }, encoded, given, notices);
  const inputs: Inputs = {
    cell,
    options,
    H,
    weights: openedWeights(values, { cell, options, H }, { given, fitted }, preset?.weights, notices),
    initial: fitted.initial,
    sequence,
    ...(other && { other }),
  };
  const cellShown = chosenCell(inputs);
  const hidden = shown === undefined ? value('hide') : hiddenBeside(shown, notices);
  return {
    inputs,
    cursor: { t: has('t') ? value('t') : start, position: positionIn(cellShown, values, notices) },
    selection: { signal: null, unit: 0 },
    view: {
      shows: value('shows'),
      output: value('output'),
      outputAt: value('outputAt'),
      threshold: value('threshold'),
      zoom: value('zoom'),
      chain: value('chain'),
      granularity: value('step'),
      speed: value('speed'),
      theme: value('theme'),
      motion: value('motion'),
      hotkeys: value('hotkeys'),
      guess: value('guess'),
      locked: value('lock'),
      autoplay: value('autoplay'),
      hidden,
    },
  };
}

/** The number of signals computed: up to the end of the stage named, else as `done` says, else all. */
function positionIn({ signals, stages, name }: Cell, { value }: ReadValues, notices: string[]): number {
  const stage = value('stage');
  const end = stage === null ? 0 : signals.findLastIndex(({ info }) => info.stage === stage) + 1;
  if (stage !== null && end === 0) {
    const ids = stages.map(({ id }) => id).join(', ');
    notices.push(`“stage” is ${quoted(stage)}, which the cell ${name} does not have; it has ${ids}.`);
  }
  return end || Math.min(value('done') ?? signals.length, signals.length);
}

/** The parts that a frame leaves out when it shows these; the diagram is left where none of them is known. */
function hiddenBeside(shown: string, notices: string[]): Moment['view']['hidden'] {
  const wished = shown.split(',').filter((part) => part !== '');
  for (const part of wished)
    if (!(parts as readonly string[]).includes(part))
      notices.push(`“parts” names ${quoted(part)}, which is no part; the parts are ${parts.join(', ')}.`);
  const known = parts.filter((part) => wished.includes(part));
  return parts.filter((part) => !(known.length > 0 ? known : ['diagram']).includes(part));
}
