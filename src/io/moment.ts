import type { Intervention } from '../engine/intervention/intervention.ts';
import type { Sequence } from './sequence.ts';
import type { Weights } from './weights.ts';

/** The output layer over the hidden state of every timestep: y = W h + b. */
export interface OutputHead {
  /** The names of the K outputs. */
  readonly outputs: readonly string[];
  /** The kind of answer: the probabilities of classes, by softmax of y, or the values y themselves. */
  readonly asks: 'class' | 'value';
  /** K·H numbers, a row an output. */
  readonly W: Float64Array;
  /** K numbers. */
  readonly b: Float64Array;
}

/** A task by its id, at a level of difficulty. */
export interface TaskLevel {
  readonly task: string;
  readonly level: number;
}

/** An intervention of a view, which can be switched off without being removed. */
export interface Pin extends Intervention {
  /** True if it is switched off. */
  readonly off?: true;
}

/** All that decides the numbers. Every change of it can be undone. */
export interface Inputs {
  /** A declaration's id in the registry. */
  readonly cell: string;
  /** Options by name; each cell takes those it knows, so that switching there and back loses nothing. */
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly H: number;
  /** The source of the cell's numbers, with the head. */
  readonly weights: Weights;
  /** Initial states that differ from the declared ones, by state id. */
  readonly initial: Readonly<Record<string, Float64Array>>;
  readonly sequence: Sequence;
  /** The sequence of another run of the same cell and weights, as long as the first; none if missing. Ignored while it does not fit. */
  readonly other?: Sequence;
  /**
   * Changes of the run, which act in their order; none where it is missing. What does not fit the cell, its sizes or the
   * sequence waits until it does.
   */
  readonly interventions?: readonly Pin[];
  /** The runs that are shown beside this one, at most `MAX_BESIDE`; none where it is missing. */
  readonly beside?: readonly Variation[];
}

/** A run beside the first, as it varies it: what is not named is the same in both. */
export type Variation = Partial<Omit<Inputs, 'beside' | 'other'>>;

/** The length of one step of the player. */
export type Granularity = 'timestep' | 'stage' | 'operation';

/** The moment shown: timestep t (1…T; 0 when the sequence is empty) with its first `position` signals computed (0…N). */
export interface Cursor {
  readonly t: number;
  readonly position: number;
}

/** The signal and the unit that the reader has selected. */
export interface Selection {
  /** A slot of the tape: signal id, `x`, or `prev.<state>`; null for none. */
  readonly signal: string | null;
  readonly unit: number;
}

/** The drawing of wires: a thin line for a vector, one lane a unit, or the selected unit alone. */
export type Zoom = 'vector' | 'lanes' | 'unit';
/** Light, dark, high contrast for a projector, or as the system is. */
export type Theme = 'auto' | 'light' | 'dark' | 'projector';
/** The parts of the view that can be hidden, in reading order. */
export const parts = [
  'cell',
  'diagram',
  'transport',
  'stages',
  'prediction',
  'equations',
  'inspector',
  'timeline',
  'input',
  'parameters',
] as const;
/** One part of the view. */
export type Part = (typeof parts)[number];

/** The settings of stepping that a link may lock: their controls and keys are left out. */
export const lockable = ['step', 'speed'] as const;
/** One setting that can be locked. */
export type Lock = (typeof lockable)[number];

/** The settings of the display. */
export interface View {
  /** The meaning of numbers and colours: values, or the derivatives of one output with respect to them. */
  readonly shows: 'values' | 'gradients';
  /** The output asked about, from 0, or without a head the unit of the output state; null: the likeliest, or unit 1. */
  readonly output: number | null;
  /** The timestep of the output that is differentiated, from 1; null: the last. */
  readonly outputAt: number | null;
  /** Two runs part where a value of theirs differs by more than this. */
  readonly threshold: number;
  readonly zoom: Zoom;
  /** The cell with its neighbours, or folded into one cell with a loop. */
  readonly chain: 'unfolded' | 'folded';
  readonly granularity: Granularity;
  /** Steps per second relative to the normal pace: 0.25 … 4. */
  readonly speed: number;
  readonly theme: Theme;
  /** `off`: nothing moves. `auto` moves unless the reader asked for less motion. */
  readonly motion: 'auto' | 'off';
  /** True if keys step and play while focus is inside. */
  readonly hotkeys: boolean;
  /** True if the reader guesses a value of every stage before it is computed. */
  readonly guess: boolean;
  /** The settings that the reader cannot change. */
  readonly locked: readonly Lock[];
  /** True if a diagram in another page starts to play when it first comes into sight. */
  readonly autoplay: boolean;
  readonly hidden: readonly Part[];
}

/** Everything that a link or a file of a view reproduces. */
export interface Moment {
  readonly inputs: Inputs;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly view: View;
}
