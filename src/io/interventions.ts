import * as v from 'valibot';
import { KEY_PATTERN } from '../cell/slot.ts';
import type { Change } from '../engine/intervention/intervention.ts';
import { MAX_FEATURES, MAX_INTERVENTIONS, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import type { Pin } from './moment.ts';

const real = v.pipe(v.number(), v.finite(), v.minValue(-MAX_VALUE), v.maxValue(MAX_VALUE));
const timestep = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TIMESTEPS));

const change: v.GenericSchema<Change> = v.variant('kind', [
  v.object({ kind: v.literal('hold'), value: real }),
  v.object({ kind: v.literal('scale'), factor: real }),
  v.object({ kind: v.literal('cut') }),
  v.object({
    kind: v.literal('noise'),
    size: v.pipe(real, v.minValue(0)),
    seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  }),
  v.object({ kind: v.literal('borrow'), from: v.picklist(['other', 'mean']) }),
  v.object({ kind: v.literal('borrow'), from: v.literal('timestep'), at: timestep }),
]);

/** An intervention as data; whether it fits a cell and a sequence is checked where it is run. */
export const interventionSchema: v.GenericSchema<Pin> = v.object({
  key: v.pipe(v.string(), v.regex(KEY_PATTERN)),
  to: v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,32}$/))),
  units: v.nullable(
    v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_FEATURES - 1))),
      v.minLength(1),
      v.maxLength(MAX_FEATURES),
    ),
  ),
  from: timestep,
  until: v.nullable(timestep),
  change,
  off: v.exactOptional(v.literal(true)),
});

const WHAT = String.raw`(?<off>!)?(?<key>[A-Za-z.]+)(?:/(?<to>[A-Za-z]+))?(?::(?<units>[\d,]+))?`;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const BECOMES = String.raw`(?:=(?<word>cut|other|mean|@\d+)|(?<sign>[=*~])(?<number>${NUMBER})(?::(?<seed>\d+))?)`;
const WHEN = String.raw`(?:@(?<from>\d+)(?<open>\.\.(?<until>\d*))?)?`;
const FORM = new RegExp(`^${WHAT}${BECOMES}${WHEN}$`);

/** An intervention as it is written: `f=1@5..`, with `!` before it where it is off; null where it cannot be read. */
function readIntervention(text: string): unknown {
  const found = FORM.exec(text.trim())?.groups;
  if (!found || (found.seed !== undefined && found.sign !== '~')) return null;
  const { off, key, to, units, word, sign, number, seed, from, open, until } = found;
  const last = open === undefined ? from : until;
  return {
    key,
    to: to ?? null,
    units: units === undefined ? null : units.split(',').map((unit) => Number(unit || Number.NaN) - 1),
    from: Number(from ?? 1),
    until: last === undefined || last === '' ? null : Number(last),
    change: changeOf(word, sign, Number(number), Number(seed ?? 1)),
    ...(off && { off: true }),
  };
}

function changeOf(word: string | undefined, sign: string | undefined, number: number, seed: number): unknown {
  if (word === 'cut') return { kind: 'cut' };
  if (word?.startsWith('@')) return { kind: 'borrow', from: 'timestep', at: Number(word.slice(1)) };
  if (word) return { kind: 'borrow', from: word };
  if (sign === '*') return { kind: 'scale', factor: number };
  return sign === '~' ? { kind: 'noise', size: number, seed } : { kind: 'hold', value: number };
}

/** Interventions as a text, separated by semicolons. */
export const interventions = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(';')
      .filter((one) => one.trim() !== '')
      .map(readIntervention),
  ),
  v.maxLength(MAX_INTERVENTIONS, `holds more than ${MAX_INTERVENTIONS} interventions`),
  v.array(v.nonNullable(v.unknown(), 'contains something that is not an intervention such as f=1@5..')),
  v.array(interventionSchema, 'contains something that is not an intervention such as f=1@5..'),
);
