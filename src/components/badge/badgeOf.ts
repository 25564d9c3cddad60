import { nameOf } from '../../cells/index.ts';
import type { Inputs } from '../../io/moment.ts';
import { type GivenWeights, givenAtHome, valuesIn } from '../../io/weights.ts';
import { isFirstLetter } from '../../presets/firstLetter.ts';
import { trainedOf } from '../../presets/trained/catalogue.ts';
import { exampleOf, learnedIn, scoresOf } from '../../presets/trained/examples.ts';
import type { TrainingRun } from '../../store/training/run.ts';
import { counted, withCommas } from '../../text/counts.ts';

/** A short description of the weights on the page. */
export interface Badge {
  readonly kind: 'learned' | 'learning' | 'random' | 'hand' | 'opened';
  readonly text: string;
  /** The construction that names the first letter is shown. */
  readonly firstLetter?: boolean;
  /** No training finds or changes the weights: a way to train leads to others. */
  readonly untrainable?: boolean;
  /** The reader has trained, edited or opened the weights, so that random ones are a way back. */
  readonly own?: boolean;
}

const random: Badge = { kind: 'random', text: 'random weights: has learned nothing' };

/**
 * The badge of these inputs; `run` is the run that the page shows, or null. Of weights that answer several questions it tells
 * the scores of all, or with `oneQuestion` that of the question for which the weights were opened.
 */
export function badgeOf(inputs: Inputs, run: TrainingRun | null, oneQuestion = false): Badge {
  const { weights } = inputs;
  if (weights.kind === 'seeded') return random;
  const given = givenAtHome(inputs);
  if (!given) return Object.keys(valuesIn(inputs)).length > 0 ? takenOver(weights, inputs) : random;
  if (typeof given.origin === 'object') return ofRun(given, run);
  if (given.learned) return learned(given, oneQuestion);
  if (isFirstLetter(inputs)) {
    const token = inputs.sequence.kind === 'text' && inputs.sequence.unit === 'words' ? 'word' : 'letter';
    return {
      kind: 'hand',
      text: `set by hand: names the first ${token}`,
      firstLetter: true,
      untrainable: inputs.cell === 'rnn',
    };
  }
  return given.origin === 'hand'
    ? { kind: 'hand', text: 'set by hand', own: given.preset === null }
    : { kind: 'opened', text: 'weights from a link or file', own: true };
}

function takenOver({ home }: GivenWeights, { cell }: Inputs): Badge {
  const from = home.cell === cell ? `different options or a different number of units` : `the ${nameOf(home.cell)}`;
  return { kind: 'random', text: `weights set for ${from}, the rest random: has learned nothing` };
}

const titleOf = (task: string): string => exampleOf(task)?.title ?? 'a task';

function learned({ learned: level, origin, preset }: GivenWeights, oneQuestion: boolean): Badge {
  const title = titleOf(level?.task ?? '');
  if (origin === 'hand') return { kind: 'hand', text: `learned: ${title}, then changed by hand` };
  const shipped = preset && trainedOf(preset.id);
  const example = shipped && exampleOf(shipped.task.id);
  if (!example) return { kind: 'learned', text: `learned: ${title}` };
  const { task, trained } = shipped;
  // the title of several questions says nothing of what each asks
  if (example.questions.length > 1) {
    const said = learnedIn(example, trained.cell, oneQuestion ? task : null);
    return { kind: 'learned', text: `learned: ${said}` };
  }
  const score = scoresOf(example, trained.cell);
  return {
    kind: 'learned',
    text: `learned: ${title}, ${task.asks === 'class' ? score : `mean squared error ${score}`} on fresh sequences`,
  };
}

/** Weights of a run of this page, before, during or after its updates. */
function ofRun(given: GivenWeights, run: TrainingRun | null): Badge {
  const { origin } = given;
  if (!run || typeof origin !== 'object' || run.id !== origin.run)
    return { kind: 'learned', text: given.learned ? `learned here: ${titleOf(given.learned.task)}` : 'learned here' };
  const { updates, task, status } = run;
  if (updates === 0)
    return given.learned ? { kind: 'learned', text: `learned: ${titleOf(given.learned.task)}` } : random;
  return status.kind === 'running'
    ? { kind: 'learning', text: `learning ${task.title}: update ${withCommas(updates)}` }
    : { kind: 'learned', text: `learned here: ${task.title}, ${counted(updates, 'update')}`, own: true };
}
