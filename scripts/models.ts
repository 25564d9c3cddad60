import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mainCells } from '../src/cells/index.ts';
import { createSingle } from '../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../src/engine/single/load.ts';
import type { SingleKernels } from '../src/engine/single/machine.ts';
import { commandOf } from '../src/training/commandLine.ts';
import { type Model, modelText, readModel } from '../src/training/modelFile.ts';
import { training } from '../src/training/run.ts';
import { readSettings } from '../src/training/settings.ts';
import { tasks } from '../src/training/tasks/index.ts';
import { argumentsOf, fail, helpOption, helpText, jsonOption, optionRows, run } from './arguments.ts';
import { plainTable } from './plainTable.ts';
import { type Printed, print } from './printed.ts';
import { showProgress } from './progress.ts';

/**
 * Trains the shipped models: `npm run models` writes models/, the same bytes on every machine. All cells of a task have
 * the same budget, all runs the same seed, and all other settings their defaults. Given ids of tasks, it trains only
 * these and leaves the table unchanged. With --print it prints the scores in the files.
 */
const recipe: readonly {
  readonly task: string;
  readonly level: number;
  readonly H: number;
  readonly updates: number;
}[] = [
  { task: 'remember-first', level: 30, H: 8, updates: 3000 },
  { task: 'anbn', level: 20, H: 4, updates: 3000 },
  { task: 'anbncn', level: 10, H: 6, updates: 4000 },
  { task: 'brackets', level: 5, H: 8, updates: 5000 },
  { task: 'parity', level: 20, H: 4, updates: 3000 },
  { task: 'copy', level: 5, H: 16, updates: 8000 },
  { task: 'adding', level: 40, H: 8, updates: 4000 },
  { task: 'reber', level: 5, H: 8, updates: 2000 },
  { task: 'agreement-near', level: 18, H: 16, updates: 3000 },
  { task: 'agreement-far', level: 18, H: 16, updates: 3000 },
  { task: 'next-character', level: 40, H: 24, updates: 2000 },
  { task: 'sines', level: 3, H: 8, updates: 3000 },
  { task: 'noisy', level: 50, H: 4, updates: 2000 },
];

const options = [
  { name: 'print', value: '', sentence: 'Print the scores in models/ instead of training.' },
  jsonOption,
  helpOption,
];
const MORE = 'npm run models -- --help lists the options.';

function trained(task: string, cell: string, rest: object, kernels: SingleKernels): Model {
  const read = readSettings({ subject: { kind: 'task', id: task }, cell, ...rest });
  if (!read.ok) throw new Error(read.wrong.map(({ sentence }) => sentence).join(' '));
  const steps = training(read.settings, read.task, (shape) => createSingle(shape, kernels));
  let next = steps.next();
  for (; !next.done; next = steps.next()) showProgress(next.value.updates, read.settings.updates, `${task}, ${cell}`);
  return next.value;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** 100.0 % · 98.2 %, or a mean squared error. */
function reached({ task }: Model, { reaches, whole }: Pick<Model['measured'], 'reaches' | 'whole'>): string {
  return task.asks === 'class' ? `${percent(reaches)} · ${percent(whole)}` : String(Number(reaches.toPrecision(3)));
}

/** A task's row: its settings, chance, and the score of each cell. */
function row(models: readonly Model[]): string {
  const [first] = models;
  const { task, settings, updates, measured } = first;
  const level = tasks.find(({ id }) => id === task.id)?.level.label;
  const cells = models.map((model) => reached(model, model.measured));
  const what = [task.title, `${level} ${settings.level}`, settings.H, updates, reached(first, measured.chance)];
  return `| ${[...what, ...cells].join(' | ')} |`;
}

const readme = (models: readonly (readonly Model[])[]): string => `# Trained models

These are small trained networks, one for each task and cell. The page opens them as examples. \`npm run models\` trains them
all again, identical to the last digit; \`npm run train\` trains one:

\`\`\`
${commandOf(models[0][1])}
\`\`\`

All cells of a task have the same number of units, examples and updates, and every run has the seed 1. The levels were
chosen after trying a few seeds, so that the cells differ: with another seed a cell may fail where it succeeds here, or
succeed where it fails. The laboratory shows by how much, over several seeds.

Each network is measured at the end, with the weights in the file (4 significant digits), on 1000 sequences of another seed
(named in the file), which were used neither for training nor for the curve.

Each field has the share of right answers, among those that follow from the sequence and need memory, then the share of
sequences without a mistake; for tasks with numbers, the mean squared error. *Chance* is the best constant guess on the
same sequences.

| ${['task', 'level', 'units', 'updates', 'chance', ...mainCells.map(({ name }) => name)].join(' | ')} |
| --- | --- | ---: | ---: ${'| ---: '.repeat(1 + mainCells.length)}|
${models.map(row).join('\n')}
`;

/** Unrounded scores of the model files, which the page shows for its trained cells. */
function scores(recipes: typeof recipe): Printed {
  const models = recipes.flatMap(({ task }) =>
    mainCells.map(({ id }) => {
      const name = `${task}-${id}`;
      const file = new URL(`../models/${name}.json`, import.meta.url);
      const { settings, updates, measured } = readModel(readFileSync(file, 'utf8'));
      return { model: name, level: settings.level, H: settings.H, updates, ...measured };
    }),
  );
  const header = ['model', 'level', 'units', 'updates', 'reaches', 'whole', 'loss', 'chance', 'sequences', 'seed'];
  const rows = models.map(({ model, level, H, updates, reaches, whole, loss, chance, sequences, seed }) =>
    [model, level, H, updates, reaches, whole, loss, chance.reaches, sequences, seed].map(String),
  );
  const words =
    'reaches: the share of right answers, or the mean squared error of numbers; whole: the share of sequences without a mistake.';
  return { text: `${words}\n\n${plainTable(header, rows)}`, data: models };
}

async function trainAll(recipes: typeof recipe): Promise<void> {
  const kernels = await loadSingleKernels();
  mkdirSync('models', { recursive: true });
  const models = recipes.map(({ task, ...rest }) =>
    mainCells.map(({ id }) => {
      const model = trained(task, id, rest, kernels);
      writeFileSync(`models/${task}-${id}.json`, modelText(model));
      console.log(`${task}, ${id}: ${reached(model, model.measured)}`);
      return model;
    }),
  );
  if (recipes === recipe) writeFileSync('models/README.md', readme(models));
}

await run(async () => {
  const { values: given, words: chosen } = argumentsOf(options, MORE, 'words');
  if (given.help) return console.log(helpText('npm run models -- [task …]', { rows: optionRows(options) }));
  const ids = recipe.map(({ task }) => task);
  for (const id of chosen)
    if (!ids.includes(id)) fail(`The recipe has no task “${id}”; choose ${ids.join(', ')}.\n${MORE}`);
  const recipes = chosen.length === 0 ? recipe : recipe.filter(({ task }) => chosen.includes(task));
  if (given.print) return print(scores(recipes), Boolean(given.json));
  if (given.json) fail(`--json goes with --print.\n${MORE}`);
  await trainAll(recipes);
});
