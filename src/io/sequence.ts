import type { Scale } from '../text/scales.ts';
/** The unit of text that makes one token. */
export type TokenUnit = 'characters' | 'words';

/** The scaling of a column of numbers before it enters the cell; shown to the reader and reversible. */
export type Scaling = 'none' | 'standard' | 'range';

/** The sequence fed to the cell, as the reader gave it. */
export type Sequence =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly unit: TokenUnit;
      /** Tokens in one-hot order; fixed for presets, otherwise null: the distinct tokens in order of appearance. */
      readonly vocabulary: readonly string[] | null;
    }
  | {
      readonly kind: 'numbers';
      readonly columns: readonly string[];
      /** T rows of one number a column, unscaled. */
      readonly rows: readonly (readonly number[])[];
      readonly scaling: Scaling;
      /** T dates or words that name the timesteps. */
      readonly labels?: readonly string[];
    };

/** The name of column k of n where none is given. */
export const columnName = (k: number, n: number): string => (n === 1 ? 'value' : `column ${k + 1}`);

/** A sequence made ready for a cell. */
export interface EncodedSequence {
  /** One label a timestep: the token, or the number(s) in few digits. */
  readonly tokens: readonly string[];
  /** Dates or words that name the timesteps, beside their tokens; null where there are none. */
  readonly labels: readonly string[] | null;
  /** The names of the D inputs: vocabulary entries or columns. */
  readonly features: readonly string[];
  readonly D: number;
  /** T·D numbers, row by row, scaled. */
  readonly x: Float64Array;
  /** The scale of each column of numbers; empty for text. */
  readonly scales: readonly Scale[];
}
