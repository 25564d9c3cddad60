import * as v from 'valibot';
import { SLOT_PATTERN } from '../cell/slot.ts';
import type { Tape } from '../engine/tape.ts';
import { fileFields, fileText } from './files.ts';
import { floatText } from './floats.ts';
import { jsonFloat, jsonFloatSchema } from './jsonFloats.ts';
import type { Moment } from './moment.ts';
import { type Home, type Opened, openedEntries } from './opening.ts';
import type { Refused } from './reading.ts';
import { type FileKeys, keysOf, keysSchema } from './viewFile.ts';
import { withoutPreset } from './weights.ts';

/** The timesteps from which a slot has values: states start at 0. */
function firstOf(tape: Tape, slot: string): number {
  return tape.program.cell.states.some((state) => state.id === slot) ? 0 : 1;
}

const slotsOf = (tape: Tape): readonly string[] => [...tape.program.slots.keys()];

/**
 * Every signal, pre-activation and state of every timestep as JSON: `signals[id]` holds one array a timestep, for a
 * state with its initial values first; `precision` is what they were computed in. The view is in it, so that the file opens
 * again. Every float64 keeps its bits.
 */
export function tapeFile(tape: Tape, moment: Moment, tokens: readonly string[]): string {
  const signals = slotsOf(tape).map((slot) => {
    const first = firstOf(tape, slot);
    const frames = Array.from({ length: tape.length + 1 - first }, (_, k) =>
      Array.from(tape.values(slot, k + first), jsonFloat),
    );
    return [slot, frames];
  });
  const keys = keysOf({ ...moment, inputs: withoutPreset(moment.inputs) });
  return fileText('tape', { keys, tokens, precision: tape.precision, signals: Object.fromEntries(signals) });
}

export const fields = v.object({
  keys: keysSchema,
  tokens: v.array(v.string()),
  signals: v.record(v.pipe(v.string(), v.regex(SLOT_PATTERN)), v.array(v.array(jsonFloatSchema))),
});

/** A tape file that was read: the moment that it was made from, and its numbers by signal and timestep. */
type OpenedTape = {
  readonly ok: true;
  readonly signals: Readonly<Record<string, readonly (readonly number[])[]>>;
} & Opened;

/** The keys of the view in a tape file, or what is wrong with it. */
export function tapeKeys(data: Uint8Array | string): FileKeys {
  const read = fileFields(data, 'tape', fields);
  return read.ok ? { ok: true, keys: read.fields.keys } : read;
}

/** Reads a tape file, or says what is wrong with it. */
export async function readTapeFile(data: Uint8Array | string, home: Home): Promise<OpenedTape | Refused> {
  const read = fileFields(data, 'tape', fields);
  if (!read.ok) return read;
  const { signals, keys } = read.fields;
  return { ok: true, signals, ...(await openedEntries(new Map(Object.entries(keys)), home)) };
}

/** A cell of a CSV file, in quotes where it has to be; a leading sign of a formula is kept from being one. */
function csvCell(text: string): string {
  const safe = /^[=+@\-\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The tape as CSV: one row a timestep (0 holds the initial states), one column a unit of a signal, `C[1]` being unit 1
 * of C. Numbers are written in as few digits as give the same float64 back.
 */
export function tapeCsv(tape: Tape, tokens: readonly string[]): string {
  const slots = slotsOf(tape);
  const header = slots.flatMap((slot) => Array.from({ length: tape.slot(slot).size }, (_, k) => `${slot}[${k + 1}]`));
  const lines = [['timestep', 'token', ...header].join(',')];
  for (let t = 0; t <= tape.length; t++) {
    const cells = slots.map((slot) =>
      Array.from(tape.values(slot, t), (value) => (t < firstOf(tape, slot) ? '' : floatText(value))).join(','),
    );
    lines.push([t, t === 0 ? '' : csvCell(tokens[t - 1] ?? ''), ...cells].join(','));
  }
  return `${lines.join('\n')}\n`;
}
