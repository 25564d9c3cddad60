import type { Sequence } from '../../io/sequence.ts';
import { TRAINED } from '../ids.ts';
import written from './catalogue.json';

/** Something that is true of a trained cell on the sequence of its task, found by `npm run presets`. Units from 0. */
export type Fact =
  /** Every answer that counts is right; their smallest probability is `least`. */
  | { readonly kind: 'right'; readonly asked: number; readonly least: number }
  /** So many of the answers that count are wrong; the first at timestep t, where `right` would be. */
  | {
      readonly kind: 'wrong';
      readonly wrong: number;
      readonly asked: number;
      readonly t: number;
      readonly answer: string;
      readonly share: number;
      readonly right: string;
    }
  /** The value answered last, at timestep t, and what would be right; the largest error of all that counts. */
  | {
      readonly kind: 'value';
      readonly t: number;
      readonly answer: number;
      readonly right: number;
      readonly worst: number;
    }
  /** With `other` read first, unit `unit` of the output state would end `by` away at timestep t; no other unit farther. */
  | { readonly kind: 'first'; readonly other: string; readonly t: number; readonly unit: number; readonly by: number }
  /** One unit follows what is true of the sequence; r is the correlation over the sequence. */
  | {
      readonly kind: 'follows';
      readonly signal: string;
      readonly unit: number;
      readonly track: string;
      readonly label: string;
      readonly r: number;
    }
  /** The forget gate of one unit is never lower than this after the first timestep. */
  | { readonly kind: 'open'; readonly unit: number; readonly low: number }
  /** The share of a signal's values that are saturated: less than 0.1 from an end, which is 0 or 1 for gates, −1 or 1 for a state. */
  | { readonly kind: 'ends'; readonly signal: string; readonly share: number };

/** A trained cell, without its weights. */
export interface TrainedCell {
  /** The name of its file in models/. */
  readonly model: string;
  readonly cell: string;
  readonly H: number;
  readonly level: number;
  /** As measured on fresh sequences: the share of answers that are right, or the mean squared error. */
  readonly reaches: number;
  /** The score of the best constant guess on the same sequences. */
  readonly chance: number;
  readonly sequences: number;
  readonly facts: readonly Fact[];
}

/** A task, the sequence on which its trained cells are shown, and these cells beside each other. */
export interface TrainedTask {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly asks: 'class' | 'value';
  /** The quantity that the level counts: gap, length. */
  readonly level: string;
  readonly sequence: Sequence;
  /** One entry a timestep: the output that is right, or null where no answer counts. */
  readonly answers: readonly (number | null)[];
  readonly cells: readonly TrainedCell[];
}

/** Every task with trained cells, in the order of the menu: catalogue.json, written by `npm run presets`. */
export const catalogue = written as unknown as readonly TrainedTask[];

/** The trained cell that a preset means, and its task; undefined where there is none. */
export function trainedOf(preset: string): { readonly task: TrainedTask; readonly trained: TrainedCell } | undefined {
  for (const task of catalogue)
    for (const trained of task.cells) if (`${TRAINED}${trained.model}` === preset) return { task, trained };
  return undefined;
}
