import { cellOf } from '../cell/cell.ts';
import type { CellDeclaration } from '../cell/declaration.ts';
import { sizesOf } from '../cell/sizes.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { encode } from '../io/encode.ts';
import type { Inputs } from '../io/moment.ts';
import { asPreset, givenWeights, seededWeights } from '../io/weights.ts';

/** A few words on what to look for, and the ids of the claims that the tests assert on the computed numbers. */
export interface Look {
  readonly text: string;
  readonly claims: readonly string[];
}

/** An example ready to be stepped. Links name presets by id: a published one never changes its inputs. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly look: readonly Look[];
  readonly inputs: Inputs;
  /** The id of a preset on the same task, to be compared with. */
  readonly beside?: string;
}

/** Weights by parameter name, a row a unit, or one number a unit; what is not named is 0. */
export type Weights = Readonly<Record<string, readonly number[] | readonly (readonly number[])[]>>;

interface Design extends Pick<Inputs, 'H' | 'sequence'> {
  readonly cell: CellDeclaration;
  readonly options?: Inputs['options'];
  /** All weights, set on purpose; without them they come from the seed. */
  readonly weights?: Weights;
  readonly seed?: number;
}

/** The inputs of a preset. Throws where a weight does not fit the cell. */
export function presetInputs(
  preset: string,
  { cell: declaration, H, sequence, options = {}, weights, seed = 1 }: Design,
): Inputs {
  const cell = cellOf(declaration, options);
  const flat = Object.entries(weights ?? {}).map(([name, rows]) => [name, rows.flat()] as const);
  const values = parametersFrom(cell, sizesOf(encode(sequence).D, H), Object.fromEntries(flat));
  const chosen = { cell: declaration.id, options, H };
  return asPreset(
    {
      ...chosen,
      weights: weights ? givenWeights(chosen, { values, origin: 'hand' }) : seededWeights({ seed }),
      initial: {},
      sequence,
    },
    preset,
  );
}

/** σ(±OPEN) is 1 and 4·10⁻¹⁸, tanh(±OPEN) is ±1: a gate fully open or closed. */
export const OPEN = 40;
