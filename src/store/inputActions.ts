import { settledOptions } from '../cell/cell.ts';
import { declarationOf } from '../cells/index.ts';
import type { Initialisation } from '../engine/parameters.ts';
import { besideInputs, withBeside } from '../io/beside.ts';
import { fittingOptions } from '../io/cellChoice.ts';
import { encode, encodeBeside, sameFeatures } from '../io/encode.ts';
import { MAX_BESIDE, MAX_INITIALISATION, MAX_INTERVENTIONS, MAX_UNITS } from '../io/limits.ts';
import type { Sequence } from '../io/sequence.ts';
import { takesOver, variationOf } from '../io/variations.ts';
import { editedWeights, seededWeights } from '../io/weights.ts';
import { Refusal } from '../text/refusal.ts';
import type { Core } from './core.ts';
import { redone, undone } from './history.ts';
import type { Inputs, Moment, Pin, Variation } from './state.ts';

/**
 * Changes of what decides the numbers. Each can be undone; each throws a sentence and leaves everything as it was where
 * its argument cannot be used. `gesture` names one drag or one spell of typing, which is undone as one change.
 */
export interface InputActions {
  setCell(cell: string): void;
  setOption(name: string, value: string | boolean): void;
  setH(H: number, gesture?: string): void;
  /** All parameters anew from this seed; given ones go, and with them what was read off them. */
  setSeed(seed: number, gesture?: string): void;
  /** All parameters anew from the seed after the present one. */
  randomise(): void;
  setInitialisation(change: Partial<Pick<Required<Initialisation>, 'gain' | 'forgetBias'>>, gesture?: string): void;
  /** Back to the seed: no given parameter or initial state, and no head. */
  reset(): void;
  editParameter(name: string, index: number, value: number, gesture?: string): void;
  setInitial(state: string, index: number, value: number, gesture?: string): void;
  /** All interventions, in the order in which they act; those that do not fit the run wait until they do. */
  setInterventions(interventions: readonly Pin[], gesture?: string): void;
  /** Every parameter that does not come from the seed, and the head, to this many significant digits. */
  roundWeights(digits: number): void;
  /**
   * A network with a head has learned to read certain inputs: a sequence of another number of inputs, or of other symbols,
   * is read with weights from the seed, without the head.
   */
  setSequence(sequence: Sequence, gesture?: string): void;
  /** What another run of the same cell and weights reads, as long as the sequence; null for no other run, and nothing borrowed from it. */
  setOther(other: Sequence | null): void;
  /** The inputs of a preset, from the start of their sequence. */
  applyPreset(inputs: Inputs): void;
  replaceInputs(inputs: Inputs, gesture?: string): void;
  /** Other inputs at the moment shown, beside the same runs; what the cell before had stays as a ghost. */
  switchTo(inputs: Inputs, gesture?: string): void;
  /** Adds a run beside the first, or varies the k-th of them (from 0) otherwise. */
  putBeside(variation: Variation, k?: number, gesture?: string): void;
  /** Takes the k-th run beside the first away; without a number all of them. */
  removeBeside(k?: number): void;
  /** Makes the k-th run beside the first the first, which takes its place. */
  exchangeBeside(k: number): void;
  /** Whether the weights are about to change by themselves, many times a second. */
  setLearning(learning: boolean): void;
  /** A whole moment, as a link or a file gives it. */
  open(moment: Moment): void;
  undo(): void;
  redo(): void;
}

/** The actions that change the inputs. */
export function inputActions(core: Core): InputActions {
  const change = (part: Partial<Inputs>, gesture?: string): void => {
    const inputs = core.get().inputs;
    const differs = Object.entries(part).some(([name, value]) => inputs[name as keyof Inputs] !== value);
    if (!differs) return;
    core.commit({ ...inputs, ...part }, gesture);
  };
  const beside = (): readonly Variation[] => core.get().inputs.beside ?? [];
  /** Weights from the seed as it is now. */
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
    setCell(cell) {
      if (!declarationOf(cell)) throw new Error(`There is no cell “${cell}”`);
      change({ cell });
    },
    setOption(name, value) {
      const { declaration, cell } = core.derived();
      const { options } = core.get().inputs;
      settledOptions(declaration, { ...fittingOptions(declaration, options), [name]: value });
      if (cell.options[name] !== value) change({ options: { ...options, [name]: value } });
    },
    setH(H, gesture) {
      if (H > MAX_UNITS) throw new Refusal(`H is ${H}; there can be at most ${MAX_UNITS} units.`);
      change({ H }, gesture);
    },
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
    setInterventions(interventions, gesture) {
      if (interventions.length > MAX_INTERVENTIONS)
        throw new Refusal(`A view has at most ${MAX_INTERVENTIONS} interventions. Remove one first.`);
      const { interventions: before, ...inputs } = core.get().inputs;
      if (interventions === before) return;
      core.commit(interventions.length > 0 ? { ...inputs, interventions } : inputs, gesture);
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
    setSequence(sequence, gesture) {
      const { weights, sequence: before } = core.get().inputs;
      const { encoded, sizes } = core.derived();
      const { D, features } = encode(sequence);
      // columns of numbers may have other names; a symbol means nothing but itself
      const symbols = sequence.kind === 'text' || before.kind === 'text';
      const foreign = D !== sizes.D || (symbols && !sameFeatures(features, encoded.features));
      const learned = weights.kind === 'given' && (weights.head || weights.learned);
      // of the runs beside it those stay that can read it
      const rest = beside().filter((variation) => variation.sequence || !variation.weights);
      change(
        {
          sequence,
          ...(foreign && learned && { weights: seeded() }),
          ...(foreign && rest.length < beside().length && { beside: rest }),
        },
        gesture,
      );
    },
    setOther(other) {
      const { other: before, interventions, ...inputs } = core.get().inputs;
      if (other === null) {
        if (!before) return;
        const kept = interventions?.filter(({ change }) => change.kind !== 'borrow' || change.from !== 'other') ?? [];
        core.commit(kept.length > 0 ? { ...inputs, interventions: kept } : inputs);
        return;
      }
      const { encoded } = core.derived();
      if (!encodeBeside(encoded, other))
        throw new Refusal(
          `The other sequence has to have ${encoded.tokens.length} timesteps and to use the tokens or columns of the first.`,
        );
      change({ other });
    },
    applyPreset: (inputs) => core.commit(inputs, undefined, { cursor: { t: 1, position: Number.POSITIVE_INFINITY } }),
    replaceInputs: (inputs, gesture) => core.commit(inputs, gesture, { cursor: core.get().cursor }),
    switchTo: (inputs, gesture) => core.commit(withBeside(inputs, beside()), gesture),
    putBeside(variation, k = beside().length, gesture) {
      if (k >= MAX_BESIDE) throw new Refusal(`There is room for ${MAX_BESIDE + 1} runs. Remove one of them first.`);
      core.commit(withBeside(core.get().inputs, beside().toSpliced(k, 1, variation)), gesture);
    },
    removeBeside(k) {
      if (beside().length > 0)
        core.commit(withBeside(core.get().inputs, k === undefined ? [] : beside().toSpliced(k, 1)));
    },
    exchangeBeside(k) {
      const { inputs } = core.get();
      const all = beside().map((variation) => besideInputs(inputs, variation));
      const { other, ...rest } = ownNetwork(inputs, k);
      // another sequence is as long as the one beside which it was chosen
      const first = other && rest.sequence === inputs.sequence ? { ...rest, other } : rest;
      if (!all[k]) return;
      core.commit(
        withBeside(
          first,
          all.with(k, inputs).map((other) => variationOf(first, other)),
        ),
      );
    },
    setLearning(learning) {
      if (core.get().learning !== learning) core.set({ learning });
    },
    open: ({ inputs, ...moment }) => core.commit(inputs, undefined, moment),
    undo() {
      const history = undone(core.get());
      if (history) core.turnTo(history);
    },
    redo() {
      const history = redone(core.get());
      if (history) core.turnTo(history);
    },
  };
}

/** The inputs of the k-th run beside the first, to be the first itself: weights that are taken over were not learned in it. */
function ownNetwork(first: Inputs, k: number): Inputs {
  const variation = first.beside?.[k];
  if (!variation) return first;
  const inputs = besideInputs(first, variation);
  const { weights } = inputs;
  return weights.kind === 'given' && takesOver(first, variation)
    ? { ...inputs, weights: { ...weights, learned: null } }
    : inputs;
}

const named = { gain: 'The gain', forgetBias: 'The forget bias' } as const;

/** A finite number with so many significant digits; the largest ones stay, which rounded up would be infinite. */
function roundedTo(value: number, digits: number): number {
  const rounded = Number(value.toPrecision(digits));
  return Number.isFinite(rounded) ? rounded : value;
}

/** The seed that follows: short enough to read out, and never the same twice in a row. */
function nextSeed(seed: number): number {
  return (seed * 421 + 1663) % 7875;
}

/** A copy with one value changed, or null where it has that value already. */
function withValue(
  name: string,
  values: ArrayLike<number> | undefined,
  index: number,
  value: number,
): Float64Array | null {
  if (!values) throw new Error(`The cell has no “${name}”`);
  if (!Number.isInteger(index) || index < 0 || index >= values.length)
    throw new RangeError(`${name} has ${values.length} values; there is none at ${index}`);
  if (!Number.isFinite(value)) throw new Refusal(`${value} is no finite number; ${name} keeps its value.`);
  if (Object.is(values[index], value)) return null;
  const copy = Float64Array.from(values);
  copy[index] = value;
  return copy;
}
