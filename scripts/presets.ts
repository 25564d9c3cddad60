import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registry } from '../src/cells/index.ts';
import { HOME, TRAINED } from '../src/presets/ids.ts';
import type { Fact, TrainedCell, TrainedTask } from '../src/presets/trained/catalogue.ts';
import { lookOf, measurement } from '../src/presets/trained/look.ts';
import { modelInputs } from '../src/presets/trained/modelInputs.ts';
import { shownExample, shownSequence } from '../src/store/training/shownExample.ts';
import { narrowed } from '../src/training/batch.ts';
import { type Model, readModel } from '../src/training/modelFile.ts';
import type { Example, Task } from '../src/training/task.ts';
import { tasks } from '../src/training/tasks/index.ts';
import { argumentsOf, fail, helpOption, helpText, jsonOption, optionRows, run } from './arguments.ts';
import { factsOf } from './presets/facts.ts';
import { writtenText } from './presets/writtenText.ts';
import { type Printed, print } from './printed.ts';

/**
 * Writes three files from models/: src/presets/trained/catalogue.json with the texts of the menu, home.json beside it with
 * the inputs of a first visit, and tests/presets/tracks.json with the tracks of the sequences, which the tests need.
 * With --print the texts are printed instead.
 */

const options = [
  { name: 'print', value: '', sentence: 'Print the page’s sentences on each trained cell instead of writing them.' },
  jsonOption,
  helpOption,
];
const MORE = 'npm run presets -- --help lists the options.';

const models = new Map<string, Model>(
  (existsSync('models') ? readdirSync('models') : [])
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file.replace(/\.json$/, ''), readModel(readFileSync(`models/${file}`, 'utf8'))]),
);

const order = (cell: string): number => registry.findIndex(({ id }) => id === cell);

/** One value per timestep of the example sequence, by task and track. */
type Tracks = Record<string, Record<string, readonly (number | null)[]>>;

/** Tasks with trained cells, computed from the model files. */
function catalogueOf(tracksOf: Tracks): readonly TrainedTask[] {
  return tasks.flatMap((task): TrainedTask[] => {
    const own = [...models]
      .filter(([, model]) => model.task.id === task.id && model.settings.layers === 1)
      .sort(([, a], [, b]) => order(a.settings.cell) - order(b.settings.cell));
    if (own.length === 0) return [];
    const level = Math.min(...own.map(([, { settings }]) => settings.level));
    const example = shownExample(task, level);
    const askedBy = (asked: 'every' | 'last'): [Task, Example] => {
      const part = narrowed(task, asked);
      return [part, shownExample(part, level)];
    };
    const { targets, determined, tracks } = example;
    tracksOf[task.id] = Object.fromEntries(
      Object.entries(tracks).map(([id, values]) => [id, values.map((value) => (Number.isNaN(value) ? null : value))]),
    );
    return [
      {
        id: task.id,
        title: task.title,
        sentence: task.sentence,
        asks: task.asks,
        level: task.level.label,
        sequence: shownSequence(task, example),
        answers: targets.map((target, t) => ((determined?.[t] ?? true) ? target : null)),
        cells: own.map(
          ([model, { settings, measured, ...rest }]): TrainedCell => ({
            model,
            cell: settings.cell,
            H: settings.H,
            level: settings.level,
            reaches: measured.reaches,
            chance: measured.chance.reaches,
            sequences: measured.sequences,
            facts: factsOf({ settings, measured, ...rest }, ...askedBy(settings.asked)).map(inTenDigits),
          }),
        ),
      },
    ];
  });
}

/** A fact with ten digits of each number: far more than its sentence prints, and less to load. What is almost 1 stays so. */
const inTenDigits = (fact: Fact): Fact =>
  JSON.parse(JSON.stringify(fact), (_, value) => {
    const short = typeof value === 'number' ? Number(value.toPrecision(10)) : value;
    return Number.isInteger(short) ? value : short;
  });

/** The sentences of the menu on each cell, with the numbers behind them. */
function facts(catalogue: readonly TrainedTask[]): Printed {
  const lines = catalogue.flatMap((task) =>
    task.cells.flatMap((trained) => {
      const sentences = lookOf(trained).map((sentence, k) => `  ${sentence}  ${JSON.stringify(trained.facts[k])}`);
      return ['', `${TRAINED}${trained.model}: ${measurement(trained, task)}`, ...sentences];
    }),
  );
  return { text: lines.slice(1).join('\n'), data: catalogue };
}

/** Inputs of the first visit's preset as JSON. */
function homeText(catalogue: readonly TrainedTask[]): string {
  const model = models.get(HOME.id.slice(TRAINED.length));
  const task = catalogue.find(({ id }) => id === model?.task.id);
  if (!model || !task) return fail(`models/ has no ${HOME.id}, which a first visit shows.`);
  return writtenText(modelInputs(model, task.sequence, HOME.id));
}

await run(() => {
  const { values: given, words } = argumentsOf(options, MORE, 'words');
  if (given.help) return console.log(helpText('npm run presets -- [--print [task …]]', { rows: optionRows(options) }));
  if ((given.json || words.length > 0) && !given.print) fail(`Tasks and --json go with --print.\n${MORE}`);
  const tracks: Tracks = {};
  const catalogue = catalogueOf(tracks);
  const ids = catalogue.map(({ id }) => id);
  for (const id of words) if (!ids.includes(id)) fail(`There is no trained cell of “${id}”; choose ${ids.join(', ')}.`);
  if (given.print)
    return print(facts(catalogue.filter(({ id }) => words.length === 0 || words.includes(id))), Boolean(given.json));
  writeFileSync('src/presets/trained/catalogue.json', `${JSON.stringify(catalogue, null, 1)}\n`);
  writeFileSync('src/presets/trained/home.json', `${homeText(catalogue)}\n`);
  writeFileSync('tests/presets/tracks.json', `${JSON.stringify(tracks)}\n`);
  console.info(
    `${catalogue.reduce((sum, { cells }) => sum + cells.length, 0)} trained cells of ${catalogue.length} tasks`,
  );
});
