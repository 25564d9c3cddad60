import * as v from 'valibot';
import { lengthOf, sizesOf } from '../cell/sizes.ts';
import { encode } from './encode.ts';
import { limitSentences, MAX_FEATURES, MAX_LINK } from './limits.ts';
import { chosenCell, type PresetInputs } from './link.ts';
import { migrated, VERSION } from './migrations.ts';
import { type Inputs, type Moment, parts } from './moment.ts';
import { unpacked } from './packing.ts';
import { type Entries, entriesIn } from './query.ts';
import { quoted } from './reading.ts';
import type { EncodedSequence, Sequence } from './sequence.ts';
import { readText } from './tokens.ts';
import { type KeyName, keyNames, keyOf, type UrlValues } from './urlTable.ts';

/** What a link or a file of a view opens: always a whole moment, and what could not be used of it. */
export interface Opened {
  readonly moment: Moment;
  /** One sentence each, naming the key. */
  readonly notices: readonly string[];
}

/** What opening needs from above: the presets, and the one shown where a link names nothing to compute. */
export interface Home {
  readonly presets: PresetInputs;
  readonly home: string;
}

/** Opens the part of a link after the #, with or without it. At once unless something is compressed. */
export function opened(hash: string, home: Home): Opened | Promise<Opened> {
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_LINK) {
    const { moment } = openedEntries(new Map(), home);
    return {
      moment,
      notices: [`This link has ${text.length} characters; ${MAX_LINK} is the most. It was not opened.`],
    };
  }
  const entries = entriesIn(text);
  const z = entries.get('z');
  if (z === undefined) return openedEntries(entries, home);
  return unpacked(z).then((inner) => {
    if (inner !== null) return openedEntries(new Map([...entriesIn(inner), ...entries]), home);
    const result = openedEntries(entries, home);
    return {
      ...result,
      notices: ['“z” is broken or too large: what the link had compressed is missing.', ...result.notices],
    };
  });
}

/** The keys around the table of values. */
const around: ReadonlySet<string> = new Set(['v', 'z', 'preset', 'parts']);

/** Opens entries of any version. */
export function openedEntries(given: Entries, { presets, home }: Home): Opened {
  const notices: string[] = [];
  const version = versionOf(given.get('v'), notices);
  const entries = migrated(given, version);
  for (const name of entries.keys())
    if (!around.has(name) && !(keyNames as readonly string[]).includes(name))
      notices.push(`${quoted(name)} is no key of a link; it was left out.`);

  const read: Partial<Record<KeyName, unknown>> = {};
  for (const name of keyNames) {
    const text = entries.get(name);
    if (text === undefined) continue;
    const result = v.safeParse(keyOf(name).schema, text);
    if (result.success) read[name] = result.output;
    else notices.push(`${quoted(name)} ${faultOf(result.issues)}; it was left out.`);
  }
  const wished = entries.get('preset');
  const bare = wished === undefined && !keyNames.some((name) => keyOf(name).input && entries.has(name));
  const preset = wished ?? (bare ? home : null);
  const inputs = preset === null ? undefined : presets(preset);
  if (preset !== null && !inputs) notices.push(`There is no preset ${quoted(preset)}; the link shows the rest.`);
  return { moment: momentOf(read, entries.get('parts'), inputs, notices), notices };
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

/** A check of our own says what is wrong in words that end the sentence; anything else is only wrong. */
function faultOf([issue]: readonly v.BaseIssue<unknown>[]): string {
  return /^(is|has|holds|names) /.test(issue?.message ?? '') ? (issue?.message as string) : 'cannot be read';
}

function momentOf(
  read: Partial<Record<KeyName, unknown>>,
  shown: string | undefined,
  preset: Inputs | undefined,
  notices: string[],
): Moment {
  const value = <K extends KeyName>(name: K): UrlValues[K] =>
    (Object.hasOwn(read, name) ? read[name] : keyOf(name).initial) as UrlValues[K];
  const from = <K extends KeyName, I extends keyof Inputs>(name: K, field: I): Inputs[I] =>
    Object.hasOwn(read, name) || !preset ? (value(name) as unknown as Inputs[I]) : preset[field];

  const cell = from('cell', 'cell');
  const options = from('options', 'options');
  const H = from('units', 'H');
  const sequence = sequenceFrom(read, value, preset?.sequence, notices);
  const encoded = encode(sequence);
  const changed = keyNames.some((name) => keyOf(name).input && Object.hasOwn(read, name));
  const inputs: Inputs = {
    cell,
    options,
    H,
    seed: from('seed', 'seed'),
    gain: from('gain', 'gain'),
    forgetBias: from('forgetBias', 'forgetBias'),
    ...fitting({ cell, options, H }, encoded, from('weights', 'edited'), from('initial', 'initial'), notices),
    sequence,
    preset: changed || !preset ? null : preset.preset,
  };
  const T = encoded.tokens.length;
  const t = Math.min(Math.max(value('t'), Math.min(1, T)), T);
  if (Object.hasOwn(read, 't') && t !== value('t'))
    notices.push(`“t” is ${value('t')}, but the sequence has ${T} timesteps; ${t} is shown.`);
  const N = chosenCell(inputs).signals.length;
  const hidden = shown === undefined ? value('hide') : hiddenBeside(shown, notices);
  return {
    inputs,
    cursor: { t, position: Math.min(value('done') ?? N, N) },
    selection: {
      signal: signalIn(inputs, value('signal'), notices),
      unit: Math.min(value('unit'), Math.max(H, encoded.D) - 1),
    },
    view: {
      zoom: value('zoom'),
      chain: value('chain'),
      granularity: value('step'),
      speed: value('speed'),
      theme: value('theme'),
      hidden,
    },
  };
}

/** The signal asked about, or null where this cell has none of that name. */
function signalIn({ cell, options }: Inputs, signal: string | null, notices: string[]): string | null {
  if (signal === null || signal === 'x') return signal;
  const { signals, states, name } = chosenCell({ cell, options });
  if (signals.some(({ id }) => id === signal) || states.some(({ id }) => `prev.${id}` === signal)) return signal;
  notices.push(`“signal” is ${quoted(signal)}, which the cell ${name} has not; it was left out.`);
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

const DEFAULT_TEXT = keyOf('text').initial as string;

function sequenceFrom(
  read: Partial<Record<KeyName, unknown>>,
  value: <K extends KeyName>(name: K) => UrlValues[K],
  preset: Sequence | undefined,
  notices: string[],
): Sequence {
  const has = (name: KeyName): boolean => Object.hasOwn(read, name);
  const base = preset ?? { kind: 'text', text: DEFAULT_TEXT, unit: 'characters', vocabulary: null };
  if (has('text') && has('rows')) notices.push('“text” and “rows” are both given; the rows are shown.');
  const rows = value('rows') ?? (base.kind === 'numbers' && !has('text') ? base.rows : null);
  if (rows) {
    const given = has('columns') || has('rows') ? value('columns') : base.kind === 'numbers' ? base.columns : [];
    const D = rows[0]?.length ?? 1;
    if (D > MAX_FEATURES) notices.push(`“rows” has ${D} columns. ${limitSentences.numbers}`);
    else {
      if (given.length > 0 && given.length !== D)
        notices.push(`“columns” has ${given.length} names for ${D} columns; they were numbered.`);
      const numbered = Array.from({ length: D }, (_, k) => (D === 1 ? 'value' : `column ${k + 1}`));
      const scaling = has('scaling') || base.kind !== 'numbers' ? value('scaling') : base.scaling;
      return { kind: 'numbers', columns: given.length === D ? given : numbered, rows, scaling };
    }
  }
  const old =
    base.kind === 'text'
      ? base
      : { kind: 'text' as const, text: DEFAULT_TEXT, unit: 'characters' as const, vocabulary: null };
  const text = has('text') ? value('text') : old.text;
  const unit = has('tokens') ? value('tokens') : old.unit;
  const reading = readText(text, unit, has('vocabulary') ? value('vocabulary') : old.vocabulary);
  if (reading.ok === true) return reading.sequence;
  if (reading.ok === false) notices.push(`“text”: ${reading.message}`);
  const free = readText(text, unit);
  return free.ok === true ? free.sequence : { kind: 'text', text: DEFAULT_TEXT, unit: 'characters', vocabulary: null };
}

/** The given parameters and initial states without those whose lengths do not fit this cell and its sizes. */
function fitting(
  { cell, options, H }: Pick<Inputs, 'cell' | 'options' | 'H'>,
  { D }: EncodedSequence,
  edited: Inputs['edited'],
  initial: Inputs['initial'],
  notices: string[],
): Pick<Inputs, 'edited' | 'initial'> {
  const { parameters, states } = chosenCell({ cell, options });
  const sizes = sizesOf(D, H);
  const lengths = {
    weights: new Map(parameters.map((p) => [p.name, lengthOf(p, sizes)])),
    initial: new Map(states.map((state) => [state.id, sizes[state.dim]])),
  };
  const kept = (values: Inputs['edited'], key: keyof typeof lengths): Inputs['edited'] =>
    Object.fromEntries(
      Object.entries(values).filter(([name, numbers]) => {
        const length = lengths[key].get(name);
        const fits = length === undefined || length === numbers.length;
        if (!fits)
          notices.push(
            `“${key}”: ${name} has ${numbers.length} values, but this cell needs ${length}; it was left out.`,
          );
        return fits;
      }),
    );
  return { edited: kept(edited, 'weights'), initial: kept(initial, 'initial') };
}
