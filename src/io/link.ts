import type { Parameters } from '../engine/parameters.ts';
import { withCommas } from '../text/counts.ts';
import { besideInputs, networkFields, variedFields } from './beside.ts';
import { keysOfField } from './besideKeys.ts';
import { chosenCell } from './cellChoice.ts';
import { defaultMoment } from './defaults.ts';
import { encode } from './encode.ts';
import { fitting } from './fitting.ts';
import { MAX_LINK, MAX_UNPACKED } from './limits.ts';
import { VERSION } from './migrations.ts';
import { type Inputs, type Moment, parts, type Variation } from './moment.ts';
import { type Entries, listText, queryOf } from './query.ts';
import { type Refused, refused } from './reading.ts';
import { sequenceKeys } from './urlSequence.ts';
import { type KeyName, keyNames, keyOf } from './urlTable.ts';
import { headIn, presetIn, valuesIn, withoutPreset } from './weights.ts';

/** The part of an address after the #, or why there is none. */
export type Link = { readonly ok: true; readonly hash: string } | Refused;

/** Texts longer than this are packed. */
const READABLE_LENGTH = 200;

/** Writes a moment as the keys of a link: without defaults and, under a preset, without the values of that preset. */
export function entriesOf(moment: Moment): Entries {
  const preset = presetIn(moment.inputs);
  const entries = new Map<string, string>();
  if (preset !== null) entries.set('preset', preset);
  const given = { ...(preset === null && givenOf(moment.inputs)), beside: besideText(moment.inputs) };
  for (const name of keyNames) {
    const key = keyOf(name);
    if ((preset !== null && key.input) || (name === 'done' && isWhole(moment))) continue;
    const value = name in given ? given[name] : key.of(moment);
    if (value === undefined) continue;
    const text = key.write(value);
    if (name === 'cell' || text !== key.write(key.initial)) entries.set(name, text);
  }
  return entries;
}

/** The runs beside the first, each as the entries of a link in which it differs. */
function besideText(inputs: Inputs): string {
  return listText((inputs.beside ?? []).map((variation) => queryOf(variationEntries(inputs, variation))));
}

/** Writes the variation of a run as the keys of a link. A preset replaces a cell with its weights, whatever the sequence. */
function variationEntries(first: Inputs, variation: Variation): Entries {
  const inputs = besideInputs(first, variation);
  const preset = variation.weights?.preset;
  const isPreset =
    preset && networkFields.every((field) => field === 'weights' || inputs[field] === preset.rest[field]);
  const entries = new Map<string, string>(isPreset ? [['preset', preset.id]] : []);
  const given = givenOf(inputs);
  for (const field of variedFields) {
    if (!Object.hasOwn(variation, field)) continue;
    if (isPreset && networkFields.some((one) => one === field)) continue;
    for (const name of keysOfField[field]) {
      const key = keyOf(name);
      const value = name in given ? given[name] : key.of({ ...defaultMoment, inputs });
      if (value === undefined) continue;
      const text = key.write(value);
      // a seed says that the weights are not those of the first run
      if (field !== 'weights' || name === 'seed' || text !== key.write(key.initial)) entries.set(name, text);
    }
  }
  return entries.size > 0 ? entries : new Map([['cell', inputs.cell]]);
}

/**
 * The weights and initial states that are shown; those for another size wait until it is back, and say nothing here. Nor
 * do those for other options beside a head: a link that names them opens without it. Weights of which some wait are not
 * those that were trained.
 */
function givenOf(inputs: Inputs): Partial<Record<KeyName, unknown>> {
  const values = headIn(inputs) ? ownOf(inputs) : valuesIn(inputs);
  const { initial } = inputs;
  if (Object.keys(values).length + Object.keys(initial).length === 0) return { weights: values, initial };
  const fits = fitting(inputs, encode(inputs.sequence), { values, initial, head: null }, []);
  return { weights: fits.values, initial: fits.initial, ...(fits.values !== values && { trained: null }) };
}

/** The given weights that are parameters of the present cell. */
function ownOf(inputs: Inputs): Parameters {
  const names = new Set(chosenCell(inputs).parameters.map(({ name }) => name));
  return Object.fromEntries(Object.entries(valuesIn(inputs)).filter(([name]) => names.has(name)));
}

/** Writes the sequence of a moment as the keys of a link. */
export function sequenceKeysOf({ inputs, ...moment }: Moment): Readonly<Record<string, string>> {
  const entries = entriesOf({ ...moment, inputs: withoutPreset(inputs) });
  return Object.fromEntries([...entries].filter(([name]) => Object.hasOwn(sequenceKeys, name)));
}

/** True if every signal of the timestep is computed. */
function isWhole({ inputs, cursor }: Moment): boolean {
  return cursor.position >= chosenCell(inputs).signals.length;
}

/**
 * The moment as the part of a link after the #. At once where everything is short enough to be read; a promise where
 * something is compressed. With `as: 'frame'` the visible parts are listed instead of the hidden ones.
 */
export function linkOf(moment: Moment, as: 'page' | 'frame' = 'page'): Link | Promise<Link> {
  const open = new Map<string, string>([['v', String(VERSION)]]);
  const closed = new Map<string, string>();
  for (const [name, text] of entriesOf(moment)) {
    const rule = name === 'preset' ? undefined : keyOf(name as KeyName).packed;
    const close = rule === 'always' || (rule === 'long' && text.length > READABLE_LENGTH);
    (close ? closed : open).set(name, text);
  }
  if (as === 'frame') {
    open.delete('hide');
    open.set('parts', parts.filter((part) => !moment.view.hidden.includes(part)).join(','));
  }
  if (closed.size === 0) return checked(queryOf(open));
  const inner = queryOf(closed);
  if (inner.length > MAX_UNPACKED) return tooLong(inner.length);
  return import('./packing.ts').then(({ packed }) => packed(inner)).then((z) => checked(queryOf(open.set('z', z))));
}

const checked = (hash: string): Link => (hash.length > MAX_LINK ? tooLong(hash.length) : { ok: true, hash });

function tooLong(length: number): Refused {
  return refused(
    `This view takes ${withCommas(length)} characters; a link holds at most ${withCommas(MAX_LINK)}. Save the view as a file and share that.`,
  );
}
