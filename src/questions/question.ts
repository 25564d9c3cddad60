import type { Scene } from './scene.ts';

/** One option of a question. */
export interface Option {
  readonly text: string;
  /** The misconception that computes this option, as a sentence; null for the right one. */
  readonly misconception: string | null;
  /** The arithmetic by which the misconception gives this option, such as “(1 − 0.7) × 2 = 0.6”; null without one. */
  readonly sum: string | null;
}

/** True for the one option that no misconception computes. */
export const isRightOption = ({ misconception }: Option): boolean => misconception === null;

/** The place in the first scene that a question asks about. */
export interface Focus {
  readonly signal: string;
  /** Counted from 0. */
  readonly unit: number;
  /** Counted from 1. */
  readonly t: number;
}

/** A question before its options are put in order. */
export interface Draft {
  readonly ask: string;
  /** The numbers that the question names, by name. */
  readonly facts: Readonly<Record<string, number>>;
  readonly right: string;
  /** Text and misconception of each wrong option, and the arithmetic by which the one gives the other. */
  readonly wrong: readonly (readonly [text: string, misconception: string, sum?: string])[];
  /** The reason for the right answer with its arithmetic, shown after it. */
  readonly because: string;
  /** The runs that give the answer; the first is shown. Empty where no run is asked about. */
  readonly scenes: readonly Scene[];
  readonly focus: Focus | null;
}

/** A question made from a seed: the same seed gives the same question on every machine. */
export interface Question extends Omit<Draft, 'right' | 'wrong'> {
  readonly idea: string;
  readonly form: number;
  readonly seed: number;
  /** In the order in which they are shown; exactly one has no misconception. */
  readonly options: readonly Option[];
}

/** The random choices of a form. Numbers have one decimal, so that the reader can multiply them. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** A multiple of 0.1 from `low` to `high`, both included. */
  tenths(low: number, high: number): number;
  /** One of the items. */
  of<T>(items: readonly T[]): T;
}

/** One way to ask about an idea. Null where the numbers drawn leave no clear answer; others are drawn then. */
export type Form = (draw: Draw) => Draft | null;

/** An idea that is often misunderstood, and three ways to ask about it. */
export interface Idea {
  readonly id: string;
  /** The topic of the idea, in words that give no answer away. */
  readonly topic: string;
  readonly forms: readonly [Form, Form, Form];
}
