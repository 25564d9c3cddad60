import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registry } from '../src/cells/index.ts';
import type { TrainedCell, TrainedTask } from '../src/presets/trained/catalogue.ts';
import { narrowed } from '../src/training/batch.ts';
import { type Model, readModel } from '../src/training/modelFile.ts';
import type { Example, Task } from '../src/training/task.ts';
import { tasks } from '../src/training/tasks/index.ts';
import { factsOf } from './presets/facts.ts';
import { shownExample, shownSequence } from './presets/sequences.ts';

/**
 * Writes src/presets/trained/catalogue.json from the files of models/: what the menu says of each, and what to look for.
 * What is true at each timestep of the sequences, by track, goes to tests/presets/tracks.json, for the tests to judge by.
 */
const models = new Map<string, Model>(
  (existsSync('models') ? readdirSync('models') : [])
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file.replace(/\.json$/, ''), readModel(readFileSync(`models/${file}`, 'utf8'))]),
);

const order = (cell: string): number => registry.findIndex(({ id }) => id === cell);

const tracksOf: Record<string, Record<string, readonly (number | null)[]>> = {};
const catalogue = tasks.flatMap((task): TrainedTask[] => {
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
          facts: factsOf({ settings, measured, ...rest }, ...askedBy(settings.asked)),
        }),
      ),
    },
  ];
});

writeFileSync('src/presets/trained/catalogue.json', `${JSON.stringify(catalogue, null, 1)}\n`);
writeFileSync('tests/presets/tracks.json', `${JSON.stringify(tracksOf)}\n`);
console.info(
  `${catalogue.reduce((sum, { cells }) => sum + cells.length, 0)} trained cells of ${catalogue.length} tasks`,
);
