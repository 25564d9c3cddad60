import { settledOptions } from '../cell/cell.ts';
import { declarationOf } from '../cells/index.ts';
import { withBeside } from '../io/beside.ts';
import { fittingOptions } from '../io/cellChoice.ts';
import { encode, encodeBeside, sameFeatures } from '../io/encode.ts';
import { MAX_UNITS } from '../io/limits.ts';
import type { Sequence } from '../io/sequence.ts';
import { seededWeights } from '../io/weights.ts';
import { Refusal } from '../text/refusal.ts';
import { type BesideActions, besideActions, checkCount, withInterventions } from './besideActions.ts';
import { changeIn } from './changeIn.ts';
import type { EditableCore } from './editable.ts';
import { redone, undone } from './history.ts';
import type { Inputs, Moment, Pin, Variation } from './state.ts';
import { type WeightActions, weightActions } from './weightActions.ts';

/**
 * Changes of what decides the numbers. Each can be undone; each throws a sentence and leaves everything as it was where
 * its argument cannot be used. `gesture` names one drag or one spell of typing, which is undone as one change.
 */
export interface InputActions extends WeightActions, BesideActions {
  setCell(cell: string): void;
  setOption(name: string, value: string | boolean): void;
  setH(H: number, gesture?: string): void;
  /** All interventions, in the order in which they act; those that do not fit the run wait until they do. */
  setInterventions(interventions: readonly Pin[], gesture?: string): void;
  /**
   * A network with a head has learned to read certain inputs: a sequence of another number of inputs, or of other symbols,
   * is read with weights from the seed, without the head. A sequence of another kind, or a table of other columns, is
   * shown from its first timestep.
   */
  setSequence(sequence: Sequence, gesture?: string): void;
  /** Sets the sequence of another run of the same cell and weights, as long as the first; null removes that run and all that was borrowed from it. */
  setOther(other: Sequence | null): void;
  /** The inputs of a preset, from the start of their sequence. */
  applyPreset(inputs: Inputs): void;
  replaceInputs(inputs: Inputs, gesture?: string): void;
  /** Replaces the inputs at the shown moment, beside the same runs; parts of the previous cell stay as ghosts. */
  switchTo(inputs: Inputs, gesture?: string): void;
  /** Announces the start or end of training, during which the weights change many times a second. */
  setLearning(learning: boolean): void;
  /** A whole moment, as a link or a file gives it. Consecutive ones of the same gesture are one step of undo. */
  open(moment: Moment, gesture?: string): void;
  /** The moment that was opened last, as it was then, at rest. */
  startOver(): void;
  undo(): void;
  redo(): void;
}

/** The whole first timestep. */
const FIRST = { cursor: { t: 1, position: Number.POSITIVE_INFINITY } };

/** The actions that change the inputs. */
export function inputActions(core: EditableCore): InputActions {
  const change = changeIn(core);
  const beside = (): readonly Variation[] => core.get().inputs.beside ?? [];
  return {
    ...weightActions(core),
    ...besideActions(core),
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
    setInterventions(interventions, gesture) {
      checkCount(interventions);
      const { inputs } = core.get();
      if (interventions === inputs.interventions) return;
      core.commit(withInterventions(inputs, interventions), gesture);
    },
    setSequence(sequence, gesture) {
      const { weights, sequence: before } = core.get().inputs;
      const { encoded, sizes } = core.derived();
      const { D, features } = encode(sequence);
      // columns of numbers may have other names; a symbol means nothing but itself
      const symbols = sequence.kind === 'text' || before.kind === 'text';
      const renamed = !sameFeatures(features, encoded.features);
      const foreign = D !== sizes.D || (symbols && renamed);
      const learned = weights.kind === 'given' && (weights.head || weights.learned);
      // keeps the runs beside it that can read the sequence
      const rest = beside().filter((variation) => variation.sequence || !variation.weights);
      change(
        {
          sequence,
          ...(foreign && learned && { weights: seededWeights(weights.initialisation) }),
          ...(foreign && rest.length < beside().length && { beside: rest }),
        },
        gesture,
        before.kind !== sequence.kind || (!symbols && renamed) ? FIRST : undefined,
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
          `The other sequence must have ${encoded.tokens.length} timesteps and use the tokens or columns of the first.`,
        );
      change({ other });
    },
    applyPreset: (inputs) => core.commit(inputs, undefined, FIRST),
    replaceInputs: (inputs, gesture) => core.commit(inputs, gesture, { cursor: core.get().cursor }),
    switchTo: (inputs, gesture) => core.commit(withBeside(inputs, beside()), gesture),
    setLearning(learning) {
      if (core.get().learning !== learning) core.set({ learning });
    },
    open({ inputs: next, ...moment }, gesture) {
      core.commit(next, gesture, moment);
      const { inputs, cursor, selection, view } = core.get();
      core.set({ opened: { inputs, cursor, selection, view } });
    },
    startOver() {
      const { inputs, ...moment } = core.get().opened;
      core.set({ playing: false });
      core.commit(inputs, undefined, moment);
    },
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
