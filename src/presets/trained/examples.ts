import { catalogue, type TrainedCell, type TrainedTask } from './catalogue.ts';
import { lookOf, reached } from './look.ts';

/** One question of an example that asks several: what its score is called. */
interface Question {
  readonly task: TrainedTask;
  readonly name: string;
  /** The answers that it asks for, in words. */
  readonly asks: string;
}

/** An example in the menu: a sequence and its trained cells. */
export interface TrainedExample {
  readonly title: string;
  readonly sentence: string;
  /** The questions that are asked of the same sequence, with the same weights; mostly one. */
  readonly questions: readonly Question[];
}

/** The task of this id. Throws where no cell was trained on it. */
function trainedTask(id: string): TrainedTask {
  const task = catalogue.find((one) => one.id === id);
  if (!task) throw new Error(`There is no trained cell of ${id}`);
  return task;
}

/** Tasks of the same paragraphs, whose cells were trained to answer both. */
const memory: TrainedExample = {
  title: 'Short and long memory',
  sentence:
    'Guess the word that ends each sentence from its subject, two or three words before, and the word that ends the paragraph from its very first.',
  questions: [
    { task: trainedTask('agreement-near'), name: 'short', asks: 'last word of a sentence' },
    { task: trainedTask('agreement-far'), name: 'long', asks: 'last word of the paragraph' },
  ],
};

const single = (task: TrainedTask): TrainedExample => ({ ...task, questions: [{ task, name: '', asks: '' }] });

/** Every example with trained cells, in the order of the menu. */
export const trainedExamples: readonly TrainedExample[] = catalogue.flatMap((task) => {
  if (!memory.questions.some((question) => question.task === task)) return [single(task)];
  return task === memory.questions[0].task ? [memory] : [];
});

/** The example to which a task belongs; undefined where no cell was trained on it. */
export function exampleOf(task: string): TrainedExample | undefined {
  return trainedExamples.find(({ questions }) => questions.some((one) => one.task.id === task));
}

/** The trained cell of one kind for each question of an example. */
export function trainedIn(
  { questions }: TrainedExample,
  cell: string,
): readonly (Question & { trained: TrainedCell })[] {
  return questions.flatMap((question) => {
    const trained = question.task.cells.find((one) => one.cell === cell);
    return trained ? [{ ...question, trained }] : [];
  });
}

/** Lists the scores of a cell on fresh sequences, question by question: “99.8 %”, or “short 100 %, long 24.1 %”. */
export function scoresOf(example: TrainedExample, cell: string): string {
  return trainedIn(example, cell)
    .map(({ task, name, trained }) => `${name} ${reached(trained, task)}`.trim())
    .join(', ');
}

/**
 * Lists what a cell has learned where an example asks several questions: “last word of a sentence 100 %, last word of the
 * paragraph 24.1 % (no better than guessing, 26.9 %)”. The best constant guess is told for answers that are not all right.
 * With `only` one of its tasks, it tells of that question alone.
 */
export function learnedIn(example: TrainedExample, cell: string, only: TrainedTask | null = null): string {
  return trainedIn(example, cell)
    .filter(({ task }) => only === null || task === only)
    .map(({ task, asks, trained }) => {
      if (trained.reaches === 1) return `${asks} ${reached(trained, task)}`;
      const chance = reached({ reaches: trained.chance }, task);
      const guessing = trained.reaches > trained.chance ? `guessing ${chance}` : `no better than guessing, ${chance}`;
      return `${asks} ${reached(trained, task)} (${guessing})`;
    })
    .join(', ');
}

/** Lists what to look for in a trained cell: the answers to every question, then other facts. */
export function lookIn(example: TrainedExample, cell: string): readonly string[] {
  const looks = trainedIn(example, cell).map(({ trained }) => lookOf(trained));
  return [...looks.slice(0, -1).map(([answers]) => answers), ...(looks.at(-1) ?? [])];
}
