import type { Scale } from '../text/scales.ts';
import type { Random } from './random.ts';

/** One sequence, and what is asked of it at which timestep. Examples of one level may differ in length. */
export interface Example {
  /** T·D numbers, row by row: what the network reads. */
  readonly x: Float64Array;
  /** One label a timestep, as the reader sees it. */
  readonly tokens: readonly string[];
  /** One entry a timestep: the right output (a class, or the number to predict), or null where nothing is asked. */
  readonly targets: readonly (number | null)[];
  /**
   * The answers that count for accuracy: those that follow from the sequence and that take memory to know. Without it,
   * all that is asked. Never true where nothing is asked.
   */
  readonly determined?: readonly boolean[];
  /** The forecast of each rival at each timestep, by its id: T numbers, NaN if it has no answer. */
  readonly forecasts?: Readonly<Record<string, readonly number[]>>;
  /** The true values at each timestep, by the id of a track: T numbers, NaN if the track has no value. */
  readonly tracks: Readonly<Record<string, readonly number[]>>;
}

/** The targets of a sequence at each timestep, and the answers that count. */
export type Asked = Pick<Example, 'targets' | 'determined'>;

/** Something a unit could keep track of. */
export interface Track {
  readonly id: string;
  /** As it follows “tracks …”: the number of open brackets. */
  readonly label: string;
}

/** A forecast that needs no learning, with which a network is compared. */
export interface Rival {
  readonly id: string;
  /** Name of the forecast: “the last value again”. */
  readonly label: string;
}

/** The difficulty of the examples: a whole number. */
export interface Level {
  /** The quantity counted: gap, length, n. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  /** The level of a picture, where `initial` is too long to be drawn. */
  readonly shown?: number;
}

/** Something to learn: a seeded source of examples. */
export interface Task {
  readonly id: string;
  readonly title: string;
  /** One sentence on what the network has to do. */
  readonly sentence: string;
  /** Cross-entropy over classes, or the mean squared error of a number. */
  readonly asks: 'class' | 'value';
  readonly level: Level;
  /** The names of the D inputs: symbols (one-hot) or columns. */
  readonly inputs: readonly string[];
  /** True if the inputs are symbols, of which each timestep reads one. */
  readonly symbols: boolean;
  /** The names of the K outputs: the classes, or the one number. */
  readonly outputs: readonly string[];
  readonly tracks: readonly Track[];
  /** The scale of each column, where the inputs were scaled; an output is on the scale of the input of its name. */
  readonly scales?: readonly Scale[];
  /** Forecasts that need no learning. */
  readonly rivals?: readonly Rival[];
  /** The same task on data that is never trained on. Without it, held-out examples are those of other seeds. */
  readonly heldOut?: Task;
  /** Names the part of the data that is held out, so that it can follow “On”: “the last fifth of the text”. */
  readonly heldOutWords?: string;
  /**
   * The targets of any sequence of these inputs, at a level: null also if the task never poses the sequence, so that no
   * answer is right. Without it, only examples are known.
   */
  readonly asked?: (sequence: Pick<Example, 'x' | 'tokens'>, level: number) => Asked;
  /** An example of this level (harder than or as hard as the lower ones). Pure but for what it draws from `random`. */
  example(random: Random, level: number): Example;
}
