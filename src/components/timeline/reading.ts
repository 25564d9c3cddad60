import type { Tape } from '../../engine/tape.ts';
import { displayed } from '../../notation/number.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { type Block, rowName } from './blocks.ts';
import type { StripPosition } from './Strip.tsx';
import type { StripSequence } from './shownStrips.ts';

interface Read {
  readonly tape: Tape;
  /** The run without interventions, where it is another one. */
  readonly ghost: Tape | null;
  readonly encoded: StripSequence;
  readonly blocks: readonly Block[];
  /** The output that gradients are taken of, or null where values are shown. */
  readonly gradientOf: string | null;
  /** The last timestep that is computed of a block. */
  readonly computedOf: (index: number) => number;
}

/** Hint where nothing is pointed at. */
export const NOTHING_READ = 'Point to read a value, click to go there.';

/** The position that is read: the one pointed at, else the unit of the selected signal at the present timestep. */
export function positionRead(
  tape: Tape,
  pointed: StripPosition | null,
  selected: string | null,
  { unit, t }: Pick<StripPosition, 'unit' | 't'>,
): StripPosition | null {
  if (pointed || selected === null || t === 0) return pointed;
  return { signal: selected, unit: Math.min(unit, tape.slot(selected).size - 1), t };
}

/** One value of the strips in words: signal, unit, timestep, token and number. */
export function readingOf(
  at: StripPosition | null,
  { tape, ghost, encoded: { tokens, features }, blocks, gradientOf, computedOf }: Read,
): string {
  if (!at || at.t < 1 || at.t > tape.length) return NOTHING_READ;
  const index = blocks.findIndex((block) => block.id === at.signal);
  const label = blocks[index]?.label ?? at.signal;
  const name = gradientOf === null ? label : `derivative of ${gradientOf} with respect to ${label}`;
  const where = `${name}, ${rowName(at.signal, at.unit, features)}, t = ${at.t} “\u2068${tokenLabel(tokens[at.t - 1] ?? '')}\u2069”`;
  if (index >= 0 && at.t > computedOf(index)) return `${where}: not computed yet`;
  const [value, free] = [tape, ghost ?? tape].map((run) => displayed(run.values(at.signal, at.t)[at.unit], 4));
  return `${where}: ${value}${free === value ? '' : `, free run ${free}`}`;
}
