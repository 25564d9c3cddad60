import * as v from 'valibot';
import { type HeldUnit, heldUnit } from '../../analysis/heldUnit.ts';
import {
  extremesOf,
  type GateThere,
  gatesThere,
  type Histogram,
  histogramOf,
  type UnitMoment,
} from '../../analysis/unitProfile.ts';
import { type Found, holdsIn } from '../../analysis/unitSearch.ts';
import { Refusal } from '../../text/refusal.ts';
import type { Example } from '../../training/task.ts';
import { followed, freshRuns, readerSchema, vectors } from './search.ts';

/** A cell that reads fresh sequences, and one of its units. */
export const unitRequestSchema = v.object({
  ...readerSchema.entries,
  signal: v.string(),
  /** The unit, from 0. */
  unit: v.number(),
  /** The output layer over the hidden state; null if there is none, or if it answers something other than the task. */
  head: v.nullable(v.object({ W: vectors.value, b: vectors.value })),
});
export type UnitRequest = v.InferOutput<typeof unitRequestSchema>;

/** A moment at which a unit is high or low, with the tokens around it. */
export interface TokenMoment extends UnitMoment {
  readonly before: readonly string[];
  readonly token: string;
  readonly after: readonly string[];
}

/** The agreement of the unit with one track of the task. */
export interface Follows extends Pick<Found, 'searched' | 'confirmed'> {
  readonly label: string;
  readonly chance: number;
  /** True if the agreement is above chance on both halves of the sequences. */
  readonly above: boolean;
}

/** The behaviour of one unit over fresh sequences. */
export interface UnitAnswer {
  readonly highest: readonly TokenMoment[];
  readonly lowest: readonly TokenMoment[];
  readonly histogram: Histogram;
  /** The closest first. */
  readonly follows: readonly Follows[];
  readonly gates: readonly GateThere[];
  /** The answers with the unit held at its mean, compared with those of the free run; null if there are no answers. */
  readonly held: HeldUnit | null;
  readonly level: number;
  readonly asked: boolean;
}

/** Number of moments at each end, of tokens around each, and of bins in the histogram. */
const MOMENTS = 4;
const AROUND = { before: 6, after: 3 };
const PARTS = 24;

/** Runs a cell over fresh sequences and describes one of its units. Throws a sentence if something does not fit. */
export function unitExamined(request: UnitRequest): UnitAnswer {
  const { signal, unit, head, level } = request;
  const runs = freshRuns(request);
  const { task, examples, tapes } = runs;
  const slot = tapes[0].program.slots.get(signal);
  if (!slot || !(Number.isInteger(unit) && unit >= 0 && unit < slot.size))
    throw new Refusal(`This cell has no unit ${unit + 1} of “${signal}”.`);
  const { highest, lowest } = extremesOf(tapes, signal, unit);
  const histogram = histogramOf(tapes, signal, unit, PARTS);
  const follows = task.tracks.map(({ id, label }): Follows => {
    const search = followed(runs, id);
    const found = search.found.find((one) => one.signal === signal && one.unit === unit) as Found;
    const { searched, confirmed } = found;
    return { label, searched, confirmed, chance: search.chance, above: holdsIn(search, found) };
  });
  const asked = tapes.map((tape, k) => ({ tape, targets: countedOf(examples[k]) }));
  return {
    highest: withTokens(highest, examples),
    lowest: withTokens(lowest, examples),
    histogram,
    follows: follows.sort((a, b) => Math.abs(b.searched) - Math.abs(a.searched)),
    gates: gatesThere(tapes, signal, unit),
    held: head && heldUnit(asked, head, task.asks, { signal, unit, value: histogram.mean }),
    level: runs.level,
    asked: level !== undefined,
  };
}

/** The answers that count. */
const countedOf = ({ targets, determined }: Example): readonly (number | null)[] =>
  targets.map((target, k) => ((determined?.[k] ?? true) ? target : null));

/** The first few moments with the tokens around them, without duplicates. */
function withTokens(moments: readonly UnitMoment[], examples: readonly Example[]): readonly TokenMoment[] {
  const read = new Map<string, TokenMoment>();
  for (const moment of moments) {
    const { tokens } = examples[moment.run];
    const { t } = moment;
    const [before, token, after] = [
      tokens.slice(Math.max(0, t - 1 - AROUND.before), t - 1),
      tokens[t - 1],
      tokens.slice(t, t + AROUND.after),
    ];
    const name = JSON.stringify([before, token, after]);
    if (!read.has(name)) read.set(name, { ...moment, before, token, after });
    if (read.size === MOMENTS) break;
  }
  return [...read.values()];
}
