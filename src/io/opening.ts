import type { Cell } from '../cell/cell.ts';
import { previousOf } from '../cell/slot.ts';
import { besideInputs, keysOfField, withBeside } from './beside.ts';
import { chosenCell } from './cellChoice.ts';
import { encode } from './encode.ts';
import { fitting } from './fitting.ts';
import { MAX_LINK } from './limits.ts';
import { migrated, VERSION } from './migrations.ts';
import { type Inputs, type Moment, type OutputHead, parts, type Selection } from './moment.ts';
import { openedOther, openedSequence } from './openedSequence.ts';
import { unpacked } from './packing.ts';
import { optionsRead } from './publishedOptions.ts';
import { type Entries, entriesIn } from './query.ts';
import { quoted, type Refused } from './reading.ts';
import { type ReadValues, readValues } from './readValues.ts';
import { type KeyName, keyNames, keyOf } from './urlTable.ts';
import {
  defaultInitialisation,
  type GivenWeights,
  givenWeights,
  seededWeights,
  type Weights,
  type WeightsHome,
} from './weights.ts';

/** What a link or a file of a view opens: always a whole moment, and what could not be used of it. */
export interface Opened {
  readonly moment: Moment;
  /** One sentence each, naming the key. */
  readonly notices: readonly string[];
}

/** What comes of a file that holds a view. */
export type OpenedFile = ({ readonly ok: true } & Opened) | Refused;

/** The inputs of a preset, which may have to be fetched; undefined where there is none of this id. */
export type PresetInputs = (id: string) => Inputs | undefined | Promise<Inputs | undefined>;

/** What opening needs from above: the presets, and the one shown where a link names nothing to compute. */
export interface Home {
  readonly presets: PresetInputs;
  readonly home: string;
  /** The timestep at which a first visit opens the home preset, with something to see; default 1. */
  readonly t?: number;
  /** Whether runs beside the first have no room and are left out, as in a frame. */
  readonly alone?: boolean;
}

/** Opens the part of a link after the #, with or without it. Never rejects. */
export async function opened(hash: string, home: Home): Promise<Opened> {
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_LINK) {
    const refusal = `This link has ${text.length} characters; ${MAX_LINK} is the most. It was not opened.`;
    return { moment: (await openedEntries(new Map(), home)).moment, notices: [refusal] };
  }
  const entries = entriesIn(text);
  const z = entries.get('z');
  if (z === undefined) return openedEntries(entries, home);
  const inner = await unpacked(z);
  if (inner !== null) return openedEntries(new Map([...entriesIn(inner), ...entries]), home);
  const { moment, notices } = await openedEntries(entries, home);
  return { moment, notices: ['“z” is broken or too large: what the link had compressed is missing.', ...notices] };
}

/** The keys around the table of values. */
const around: ReadonlySet<string> = new Set(['v', 'z', 'preset', 'parts']);

/** Opens what a link says at once, its defaults where it names nothing; null where something has to be fetched first. */
export function openedNow(hash: string): Opened | null {
  const given = entriesIn(hash);
  if (hash.length > MAX_LINK || ['z', 'preset', 'interventions'].some((name) => given.has(name))) return null;
  const notices: string[] = [];
  const entries = currentEntries(given, notices);
  return { moment: momentOf(readValues(entries, notices), entries.get('parts'), undefined, 1, notices), notices };
}

/** Entries of any version as those of the current one, with notices of names that are no keys. */
function currentEntries(given: Entries, notices: string[]): Entries {
  const version = versionOf(given.get('v'), notices);
  const entries = migrated(given, version);
  for (const name of entries.keys())
    if (!around.has(name) && !(keyNames as readonly string[]).includes(name))
      notices.push(`${quoted(name)} is no key of a link; it was left out.`);
  return entries;
}

/** Opens entries of any version. Never rejects. */
export async function openedEntries(given: Entries, { presets, home, t = 1, alone = false }: Home): Promise<Opened> {
  const notices: string[] = [];
  const entries = currentEntries(given, notices);
  const values = readValues(entries, notices);
  const wished = entries.get('preset');
  const bare = wished === undefined && !keyNames.some((name) => keyOf(name).input && entries.has(name));
  const preset = wished ?? (bare ? home : null);
  const inputs = preset === null ? undefined : await presetInputs(presets, preset, notices);
  const first = !keyNames.some((name) => entries.has(name)) && wished === undefined;
  const moment = momentOf(values, entries.get('parts'), inputs, first ? t : 1, notices);
  const changed = await withInterventions(moment, values.value('interventions'), notices);
  const all = await withRunsBeside(changed, alone ? '' : values.value('beside'), presets, notices);
  return { moment: { ...all, selection: selectionIn(all.inputs, values, notices) }, notices };
}

/** The moment with the runs beside the first; what reads them is fetched for a moment that has some. */
async function withRunsBeside(
  moment: Moment,
  given: string,
  presets: PresetInputs,
  notices: string[],
): Promise<Moment> {
  if (given === '') return moment;
  const reader = await import('./openedBeside.ts').catch(() => null);
  if (!reader) notices.push('“beside” could not be fetched, reload the page to try again; one run is shown.');
  const beside = (await reader?.openedBeside(moment.inputs, given, { open: openedEntries, presets }, notices)) ?? [];
  return { ...moment, inputs: withBeside(moment.inputs, beside) };
}

/** The moment with the interventions that fit; what reads them is fetched for a moment that has some. */
async function withInterventions(moment: Moment, given: string, notices: string[]): Promise<Moment> {
  if (given === '') return moment;
  const fit = await import('./fittingInterventions.ts').catch(() => null);
  if (!fit) {
    notices.push('“interventions” could not be fetched, reload the page to try again; the run is shown without them.');
    return moment;
  }
  const interventions = fit.fittingInterventions(moment.inputs, encode(moment.inputs.sequence), given, notices);
  return interventions.length === 0 ? moment : { ...moment, inputs: { ...moment.inputs, interventions } };
}

/** The inputs of a preset, or a notice that there is none or that it did not come. */
async function presetInputs(presets: PresetInputs, preset: string, notices: string[]): Promise<Inputs | undefined> {
  const fetched = await Promise.resolve(presets(preset)).catch(() => null);
  if (fetched === null)
    notices.push(
      `The preset ${quoted(preset)} could not be fetched, reload the page to try again; the link shows the rest.`,
    );
  if (fetched === undefined) notices.push(`There is no preset ${quoted(preset)}; the link shows the rest.`);
  return fetched ?? undefined;
}

function versionOf(text: string | undefined, notices: string[]): number {
  if (text === undefined) return VERSION;
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    notices.push(`${quoted('v')} is ${quoted(text)}, which is no version; it was read as version ${VERSION}.`);
    return VERSION;
  }
  if (Number(text) > VERSION)
    notices.push(
      `This link is of version ${text}; this page knows versions up to ${VERSION}. What it understands is shown.`,
    );
  return Number(text);
}

function momentOf(
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
  const T = encoded.tokens.length;
  const t = Math.min(Math.max(has('t') ? value('t') : start, Math.min(1, T)), T);
  if (has('t') && t !== value('t'))
    notices.push(`“t” is ${value('t')}, but the sequence has ${T} timesteps; ${t} is shown.`);
  const cellShown = chosenCell(inputs);
  const hidden = shown === undefined ? value('hide') : hiddenBeside(shown, notices);
  return {
    inputs,
    cursor: { t, position: positionIn(cellShown, values, notices) },
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
      hidden,
    },
  };
}

/** How many signals are computed: up to the end of the stage that is named, else as many as `done` says, else all. */
function positionIn({ signals, stages, name }: Cell, { value }: ReadValues, notices: string[]): number {
  const stage = value('stage');
  const end = stage === null ? 0 : signals.findLastIndex(({ info }) => info.stage === stage) + 1;
  if (stage !== null && end === 0) {
    const ids = stages.map(({ id }) => id).join(', ');
    notices.push(`“stage” is ${quoted(stage)}, which the cell ${name} has not; it has ${ids}.`);
  }
  return end || Math.min(value('done') ?? signals.length, signals.length);
}

/** The unit asked about, the last one where there are fewer. */
function unitIn(width: number, { value }: ReadValues, notices: string[]): number {
  const unit = value('unit');
  if (unit < width) return unit;
  notices.push(`“unit” is ${unit}, but units are counted from 0 to ${width - 1} here; ${width - 1} is shown.`);
  return width - 1;
}

/** The parameters and the head that the values describe over those of a preset, fitting or not. */
function openedGiven({ has, value }: ReadValues, preset: Inputs | undefined): Pick<GivenWeights, 'values' | 'head'> {
  const given = preset?.weights.kind === 'given' ? preset.weights : { values: {}, head: null };
  return {
    values: has('weights') ? value('weights') : given.values,
    head: openedHead({ has, value }, given.head),
  };
}

/** The head that the values describe over that of a preset. */
function openedHead({ has, value }: Pick<ReadValues, 'has' | 'value'>, preset: OutputHead | null): OutputHead | null {
  if (!has('outputs') && !has('head') && (!has('asks') || !preset)) return preset;
  const { W, b } = has('head') ? value('head') : { ...preset };
  return {
    outputs: has('outputs') ? value('outputs') : (preset?.outputs ?? []),
    asks: has('asks') ? value('asks') : (preset?.asks ?? 'class'),
    W: W ?? new Float64Array(0),
    b: b ?? new Float64Array(0),
  };
}

/** The weights: those of the preset where nothing changes them. */
function openedWeights(
  { has, value }: ReadValues,
  chosen: WeightsHome,
  { given, fitted }: Readonly<Record<'given' | 'fitted', Pick<GivenWeights, 'values' | 'head'>>>,
  preset: Weights | undefined,
  notices: string[],
): Weights {
  const whole = fitted.values === given.values && fitted.head === given.head;
  if (preset && whole && !keysOfField.weights.some(has)) return preset;
  const drawn = preset?.initialisation ?? defaultInitialisation;
  const initialisation = {
    seed: has('seed') ? value('seed') : drawn.seed,
    gain: has('gain') ? value('gain') : drawn.gain,
    forgetBias: has('forgetBias') ? value('forgetBias') : drawn.forgetBias,
  };
  const known = Object.keys(given.values).length > 0;
  if (has('trained') && !known)
    notices.push('“trained” says what weights were trained on, but the link gives no weights; it was left out.');
  if (Object.keys(fitted.values).length === 0 && !fitted.head) return seededWeights(initialisation);
  const own = preset?.kind === 'given' && !has('weights') ? preset : null;
  const learned = has('trained') ? value('trained') : (own?.learned ?? null);
  // with parameters of another cell among them, the head was learned there
  const names = new Set(chosenCell(chosen).parameters.map(({ name }) => name));
  const foreign = !own && Object.keys(fitted.values).some((name) => !names.has(name));
  return givenWeights(own?.home ?? chosen, {
    values: fitted.values,
    head: foreign ? null : fitted.head,
    origin: own?.origin ?? 'opened',
    learned: known && fitted.values === given.values ? learned : null,
    initialisation,
  });
}

/** What is asked about, of what the runs that are shown have. */
function selectionIn(first: Inputs, values: ReadValues, notices: string[]): Selection {
  const all = [first, ...(first.beside ?? []).map((variation) => besideInputs(first, variation))];
  const signal = signalIn(all.map(chosenCell), values.value('signal'), notices);
  const widths = all.map(({ H, sequence }) => (signal === 'x' ? Math.max(1, encode(sequence).D) : H));
  return { signal, unit: unitIn(Math.max(...widths), values, notices) };
}

/** The signal asked about, or null where no cell that is shown has one of that name. */
function signalIn(cells: readonly Cell[], signal: string | null, notices: string[]): string | null {
  if (signal === null || signal === 'x') return signal;
  for (const { signals, states } of cells)
    if (signals.some(({ id }) => id === signal) || states.some(({ id }) => previousOf(id) === signal)) return signal;
  notices.push(`“signal” is ${quoted(signal)}, which the cell ${cells[0].name} has not; it was left out.`);
  return null;
}

/** The parts that a frame leaves out when it shows these. */
function hiddenBeside(shown: string, notices: string[]): Moment['view']['hidden'] {
  const wished = shown.split(',').filter((part) => part !== '');
  for (const part of wished)
    if (!(parts as readonly string[]).includes(part))
      notices.push(`“parts” names ${quoted(part)}, which is none of ${parts.join(', ')}.`);
  return parts.filter((part) => !wished.includes(part));
}
