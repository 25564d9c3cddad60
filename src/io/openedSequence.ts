import { defaultInputs } from './defaults.ts';
import { encode, encodeBeside } from './encode.ts';
import { limitSentences, MAX_FEATURES } from './limits.ts';
import type { ReadValues } from './readValues.ts';
import { columnName, type Sequence } from './sequence.ts';
import { readText } from './tokens.ts';
import { reading, rows } from './urlReaders.ts';
import { sequenceKeys } from './urlSequence.ts';

const initial = defaultInputs.sequence;
const keys = Object.keys(sequenceKeys) as (keyof typeof sequenceKeys)[];

/** The sequence that the values describe, over that of a preset. What does not fit is replaced, with a notice. */
export function openedSequence({ has, value }: ReadValues, preset: Sequence | undefined, notices: string[]): Sequence {
  if (preset && !keys.some(has)) return preset;
  const base = preset ?? initial;
  if (has('text') && has('rows')) notices.push('“text” and “rows” are both given; the rows are shown.');
  const table = value('rows') ?? (base.kind === 'numbers' && !has('text') ? base.rows : null);
  if (table) {
    const given = has('columns') || has('rows') ? value('columns') : base.kind === 'numbers' ? base.columns : [];
    const D = table[0]?.length ?? 1;
    if (D > MAX_FEATURES) notices.push(`“rows” has ${D} columns. ${limitSentences.numbers}`);
    else {
      if (given.length > 0 && given.length !== D)
        notices.push(`“columns” has ${given.length} names for ${D} columns; the columns were numbered instead.`);
      const numbered = Array.from({ length: D }, (_, k) => columnName(k, D));
      const scaling = has('scaling') || base.kind !== 'numbers' ? value('scaling') : base.scaling;
      const labels = labelsOf({ has, value }, base, table.length, notices);
      return {
        kind: 'numbers',
        columns: given.length === D ? given : numbered,
        rows: table,
        scaling,
        ...(labels.length > 0 && { labels }),
      };
    }
  }
  const old = base.kind === 'text' ? base : initial;
  const text = has('text') ? value('text') : old.text;
  const unit = has('tokens') ? value('tokens') : old.unit;
  const reading = readText(text, unit, has('vocabulary') ? value('vocabulary') : old.vocabulary);
  if (reading.ok) return reading.sequence;
  notices.push(`“text”: ${reading.message}`);
  const free = readText(text, unit);
  return free.ok ? free.sequence : initial;
}

/** The sequence of another run beside the first, written as that is; undefined, with a notice, where it does not fit. */
export function openedOther(first: Sequence, written: string, notices: string[]): Sequence | undefined {
  if (written === '') return undefined;
  const table = first.kind === 'numbers' ? reading(rows, written) : null;
  const other: Sequence | null =
    first.kind === 'text'
      ? { ...first, text: written }
      : table && 'value' in table
        ? { ...first, rows: table.value }
        : null;
  if (other && encodeBeside(encode(first), other)) return other;
  notices.push('“other” must be as long as the sequence and use its tokens or columns; it was left out.');
  return undefined;
}

/** The names of the T timesteps; none where there is another number of them. */
function labelsOf({ has, value }: ReadValues, base: Sequence, T: number, notices: string[]): readonly string[] {
  const own = base.kind === 'numbers' && !has('rows') ? (base.labels ?? []) : [];
  const labels = has('labels') ? value('labels') : own;
  if (labels.length === 0 || labels.length === T) return labels;
  notices.push(`“labels” has ${labels.length} entries for ${T} rows; it was left out.`);
  return [];
}
