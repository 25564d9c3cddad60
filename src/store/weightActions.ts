import type { Initialisation } from '../engine/parameters.ts';
import { MAX_INITIALISATION } from '../io/limits.ts';
import { editedWeights, seededWeights } from '../io/weights.ts';
import { Refusal } from '../text/refusal.ts';
import { changeIn } from './changeIn.ts';
import type { EditableCore } from './editable.ts';

/** Changes of the parameters, the initial states and the head. */
export interface WeightActions {
  /** Draws all parameters from this seed; given ones and their head are dropped. */
  setSeed(seed: number, gesture?: string): void;
  /** Draws all parameters from the next seed. */
  randomise(): void;
  setInitialisation(change: Partial<Pick<Required<Initialisation>, 'gain' | 'forgetBias'>>, gesture?: string): void;
  /** Returns to the seed, without given parameters, initial states or head. */
  reset(): void;
  editParameter(name: string, index: number, value: number, gesture?: string): void;
  setInitial(state: string, index: number, value: number, gesture?: string): void;
  /** Rounds all given parameters and the head to this many significant digits. */
  roundWeights(digits: number): void;
}

/** The actions that change the numbers of the cell. */
export function weightActions(core: EditableCore): WeightActions {
  const change = changeIn(core);
  /** Weights from the current seed. */
  const seeded = (change: Partial<Initialisation> = {}) =>
    seededWeights({ ...core.get().inputs.weights.initialisation, ...change });
  const setSeed = (seed: number, gesture?: string): void => {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
      throw new Refusal(`The seed is ${seed}; it must be a whole number from 0 to ${0xffffffff}.`);
    const { weights } = core.get().inputs;
    if (weights.kind === 'given' || weights.initialisation.seed !== seed)
      change({ weights: seeded({ seed }) }, gesture);
  };
  return {
    setSeed,
    randomise: () => setSeed(nextSeed(core.get().inputs.weights.initialisation.seed)),
    setInitialisation(part, gesture) {
      for (const [name, value] of Object.entries(part)) {
        const least = name === 'gain' ? 0 : -MAX_INITIALISATION;
        if (!(value >= least && value <= MAX_INITIALISATION))
          throw new Refusal(
            `${named[name as keyof typeof part]} is ${value}; it must be a number from ${least} to ${MAX_INITIALISATION}.`,
          );
      }
      const { weights } = core.get().inputs;
      const { initialisation } = weights;
      if (Object.entries(part).every(([name, value]) => initialisation[name as keyof typeof part] === value)) return;
      change({ weights: { ...weights, initialisation: { ...initialisation, ...part }, preset: null } }, gesture);
    },
    reset() {
      const { weights, initial } = core.get().inputs;
      if (weights.kind === 'given' || Object.keys(initial).length > 0) change({ weights: seeded(), initial: {} });
    },
    editParameter(name, index, value, gesture) {
      const { parameters } = core.derived();
      const values = withValue(name, parameters[name], index, value);
      if (values) change({ weights: editedWeights(core.get().inputs, { [name]: values }) }, gesture);
    },
    setInitial(state, index, value, gesture) {
      const derived = core.derived();
      const { initial } = core.get().inputs;
      const values = withValue(state, derived.initial[state], index, value);
      if (values) change({ initial: { ...initial, [state]: values } }, gesture);
    },
    roundWeights(digits) {
      const { inputs } = core.get();
      const { weights } = inputs;
      if (weights.kind === 'seeded') return;
      const rounded = (values: Float64Array): Float64Array => values.map((value) => roundedTo(value, digits));
      const { values, head } = weights;
      const short = Object.fromEntries(Object.entries(values).map(([name, numbers]) => [name, rounded(numbers)]));
      change({
        weights: {
          ...editedWeights(inputs, short),
          head: head && { ...head, W: rounded(head.W), b: rounded(head.b) },
        },
      });
    },
  };
}

const named = { gain: 'The gain', forgetBias: 'The forget bias' } as const;

/** A finite number rounded to some significant digits, unless that would make it infinite. */
function roundedTo(value: number, digits: number): number {
  const rounded = Number(value.toPrecision(digits));
  return Number.isFinite(rounded) ? rounded : value;
}

/** The next seed: short enough to read out, and different from the current one. */
function nextSeed(seed: number): number {
  return (seed * 421 + 1663) % 7875;
}

/** A copy with one value changed, or null if it has that value already. */
function withValue(
  name: string,
  values: ArrayLike<number> | undefined,
  index: number,
  value: number,
): Float64Array | null {
  if (!values) throw new Error(`The cell has no “${name}”`);
  if (!Number.isInteger(index) || index < 0 || index >= values.length)
    throw new RangeError(`${name} has ${values.length} values; there is none at ${index}`);
  if (!Number.isFinite(value)) throw new Refusal(`${value} is not a finite number; ${name} keeps its value.`);
  if (Object.is(values[index], value)) return null;
  const copy = Float64Array.from(values);
  copy[index] = value;
  return copy;
}
