import type { Initialisation, Parameters } from '../engine/parameters.ts';
import { sameCell } from './cellChoice.ts';
import type { Inputs, OutputHead, TaskLevel } from './moment.ts';

/** The cell and the size that weights are for. */
export type WeightsHome = Pick<Inputs, 'cell' | 'options' | 'H'>;

/** The preset that weights come from, and the rest of its inputs: it is shown as long as all of them are. */
export interface FromPreset {
  readonly id: string;
  readonly rest: Omit<Inputs, 'weights'>;
}

/** All weights are drawn from a seed. */
export interface SeededWeights {
  readonly kind: 'seeded';
  readonly initialisation: Required<Initialisation>;
  readonly preset: FromPreset | null;
}

/** A network of a training run of this page: its layer (from 0, the bottom) as the run's n-th report brought it. */
export interface RunOrigin {
  readonly run: number;
  readonly layer: number;
  readonly report: number;
}

/** The last source of the weights: the reader or the author of a preset, a link or file, or a training run. */
export type Origin = 'hand' | 'opened' | RunOrigin;

/** Some or all weights are given; those that the cell does not find among them are drawn from the seed. */
export interface GivenWeights {
  readonly kind: 'given';
  readonly values: Parameters;
  /** The output layer over the hidden state; null if there is none. */
  readonly head: OutputHead | null;
  readonly origin: Origin;
  /** The task at home on which the weights were trained; null if they were not trained, or if it is unknown. */
  readonly learned: TaskLevel | null;
  /**
   * The only cell and size for which they mean what they were given for. Another cell takes over what has the same name
   * and length, and switching back restores all.
   */
  readonly home: WeightsHome;
  readonly initialisation: Required<Initialisation>;
  readonly preset: FromPreset | null;
}

/** The source of the numbers of a cell. */
export type Weights = SeededWeights | GivenWeights;

/** The default initialisation of weights. */
export const defaultInitialisation: Required<Initialisation> = { seed: 1, gain: 1.5, forgetBias: 1 };

/** Weights from a seed. */
export function seededWeights(initialisation: Partial<Initialisation> = {}): SeededWeights {
  return { kind: 'seeded', initialisation: { ...defaultInitialisation, ...initialisation }, preset: null };
}

type Given = Pick<GivenWeights, 'values' | 'origin'> &
  Partial<Pick<GivenWeights, 'head' | 'learned'>> & { readonly initialisation?: Partial<Initialisation> };

/** Weights that are given for this cell and size. */
export function givenWeights({ cell, options, H }: WeightsHome, given: Given): GivenWeights {
  const { values, origin, head = null, learned = null, initialisation } = given;
  const { initialisation: drawn } = seededWeights(initialisation);
  return {
    kind: 'given',
    values,
    head,
    origin,
    learned,
    home: { cell, options, H },
    initialisation: drawn,
    preset: null,
  };
}

/** The weights of these inputs with some numbers set by hand; what they were given for stays. */
export function editedWeights({ weights, ...rest }: Inputs, change: Parameters): GivenWeights {
  if (weights.kind === 'given')
    return { ...weights, values: { ...weights.values, ...change }, origin: 'hand', preset: null };
  return givenWeights(rest, { values: change, origin: 'hand', initialisation: weights.initialisation });
}

const NONE: Parameters = Object.freeze({});

/** The weights of a link or file that were learned mean nothing elsewhere: another cell draws its own. */
const isCarried = ({ origin, learned }: GivenWeights): boolean => origin !== 'opened' || learned === null;

type Chosen = WeightsHome & Pick<Inputs, 'weights'>;

/** The given weights, where the cell is the one that they were given for; otherwise null. */
export function givenAtHome({ weights, ...chosen }: Chosen): GivenWeights | null {
  return weights.kind === 'given' && isHome(chosen, weights.home) ? weights : null;
}

/** The weights that the cell takes over instead of drawing them from the seed, by name. */
export function valuesIn(inputs: Chosen): Parameters {
  const { weights } = inputs;
  return weights.kind === 'given' && (isCarried(weights) || givenAtHome(inputs)) ? weights.values : NONE;
}

/** The head, if it was given for this very cell and size; otherwise null. */
export function headIn(inputs: Chosen): OutputHead | null {
  return givenAtHome(inputs)?.head ?? null;
}

/** The task that the weights were trained on, if this is the cell they were trained in; otherwise null. */
export function learnedIn(inputs: Chosen): TaskLevel | null {
  return givenAtHome(inputs)?.learned ?? null;
}

/** The id of the preset that these inputs show, or null where something that decides the numbers is another. */
export function presetIn({ weights, ...rest }: Inputs): string | null {
  if (!weights.preset) return null;
  const { id, rest: own } = weights.preset;
  return Object.entries(own).every(([name, value]) => rest[name as keyof typeof rest] === value) ? id : null;
}

/** Inputs that are known as those of a preset. */
export function asPreset({ weights, ...rest }: Inputs, id: string): Inputs {
  return { ...rest, weights: { ...weights, preset: { id, rest } } };
}

/** The same inputs, known as nobody's preset: all of them are written out. */
export function withoutPreset({ weights, ...rest }: Inputs): Inputs {
  return { ...rest, weights: { ...weights, preset: null } };
}

/** True if a cell and its size are those for which the weights were given. */
export function isHome(chosen: WeightsHome, home: WeightsHome): boolean {
  return chosen.H === home.H && sameCell(chosen, home);
}
