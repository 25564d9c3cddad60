import type { Inputs } from '../../io/moment.ts';
import { givenAtHome, learnedIn } from '../../io/weights.ts';
import { exampleOf } from '../../presets/trained/examples.ts';
import { shownIn } from '../../store/training/shownInputs.ts';
import type { ComparedRun } from './runs.tsx';

type Compared = Pick<ComparedRun, 'letter' | 'inputs' | 'takesOver'>;

/** Tells in a sentence or two the common ground of two runs and the purpose of the comparison. */
export function comparisonWords(a: Compared, b: Compared): string {
  const [one, other] = [a, b].map(({ inputs }) => learnedIn(inputs)?.task ?? null);
  const title = exampleOf(one ?? other ?? '')?.title ?? 'its task';
  if (b.takesOver && one !== null)
    return `${b.letter} uses the weights that ${a.letter} learned for ${title}, but was not trained with them: this shows a mechanism, not which cell is better.`;
  if (shownIn(a.inputs) && b.takesOver)
    return `${b.letter} uses weights that ${a.letter} learned here, but was not trained with them: this shows a mechanism, not which cell is better.`;
  if (one !== null && one === other)
    return a.inputs.weights === b.inputs.weights
      ? sameNetwork(a.inputs, b.inputs)
      : `Each cell uses the weights that it learned for ${title}.`;
  if (one !== null || other !== null)
    return `${one === null ? a.letter : b.letter} has not learned ${title}: this shows what learning does, not which cell is better.`;
  return givenAtHome(a.inputs) || givenAtHome(b.inputs)
    ? 'The weights were set, not learned: this shows a mechanism, not which cell is better.'
    : 'The weights are random: this shows a mechanism, not which cell is better.';
}

function sameNetwork(a: Inputs, b: Inputs): string {
  if (a.sequence !== b.sequence) return 'The same cell with the same weights reads two sequences.';
  return a.interventions === b.interventions
    ? 'Both runs have the same cell and weights.'
    : 'The same cell with the same weights, with different interventions.';
}
