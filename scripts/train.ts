import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OptionInfo } from '../src/cell/declaration.ts';
import { registry } from '../src/cells/index.ts';
import { createSingle } from '../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../src/engine/single/load.ts';
import { tableOptions } from '../src/io/table/options.ts';
import { commandOptions, settingsIn } from '../src/training/commandLine.ts';
import { type Model, modelText } from '../src/training/modelFile.ts';
import { againstRival, measuredOn, reachedBy, reportText, rivalText } from '../src/training/report.ts';
import { training } from '../src/training/run.ts';
import { readSettings, type Settings } from '../src/training/settings.ts';
import type { Subject } from '../src/training/subject.ts';
import type { Task } from '../src/training/task.ts';
import { tasks } from '../src/training/tasks/index.ts';
import { argumentsOf, fail, type Given, helpOption, helpText, optionRows, run, systemMessage } from './arguments.ts';
import { tableSubject, textSubject } from './ownData.ts';
import { showProgress } from './progress.ts';

/** Trains a network as the page does and writes its model file and a report: `npm run train -- --help`. */
const own = [
  {
    name: 'out',
    value: 'file.json',
    sentence: 'The model file; the report is written beside it. Default: trained/<task>-<cell>.json.',
  },
  helpOption,
];

const MORE = 'npm run train -- --help lists all options and tasks.';

/** Exit code of a diverged run, whose model is written nevertheless. Other failures exit with 1. */
const DIVERGED = 2;

function help(): string {
  const list = tasks.map(
    ({ id, title, level }) => [id, `${title}; level: ${level.label} ${level.min} … ${level.max}`] as const,
  );
  const cells = registry.map(({ id, name, options }) => {
    const names = Object.entries(options).map(([option, info]) => `${option}=${valuesOf(info)}`);
    return [id, [name, ...names].join('; ')] as const;
  });
  return helpText(
    'npm run train -- --task anbn --cell lstm --units 8',
    { rows: optionRows([...commandOptions, ...tableOptions, ...own]) },
    {
      title: `Exit code: 0 on success, 1 if nothing was trained, ${DIVERGED} if the run diverged; the model then has its best weights.`,
    },
    { title: 'Tasks:', rows: list },
    { title: 'Cells and their options:', rows: cells },
  );
}

const valuesOf = (info: OptionInfo): string =>
  info.kind === 'flag' ? 'on | off' : Object.keys(info.choices).join(' | ');

function subjectOf(given: Given): Subject {
  const { task, text, table, column, level } = given;
  if ([task, text, table].filter((one) => one !== undefined).length !== 1)
    return fail('Choose what to learn: one of --task, --text and --table. npm run train -- --help lists the tasks.');
  if (task !== undefined) return { kind: 'task', id: task };
  if (text !== undefined) return textSubject(text, level === undefined ? 40 : Number(level));
  const { subject, notes } = tableSubject(table as string, column, given);
  for (const note of notes) console.error(note);
  return subject;
}

/** Creates the folder of the file. If the file cannot be written, the command ends before the training, not after. */
function makeRoom(path: string): void {
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (path === '' || statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new Error('it is not a file name');
  } catch (error) {
    fail(`“${path}” cannot be written: ${systemMessage(error)}. Choose another with --out.`);
  }
}

async function trained(settings: Settings, task: Task): Promise<Model> {
  const kernels = await loadSingleKernels();
  const steps = training(settings, task, (shape) => createSingle(shape, kernels));
  let next = steps.next();
  for (; !next.done; next = steps.next()) {
    const { updates, loss, reaches } = next.value;
    showProgress(updates, settings.updates, `loss ${loss.toPrecision(4)}, ${reachedBy(task, reaches)}`);
  }
  return next.value;
}

await run(async () => {
  const { values } = argumentsOf([...commandOptions, ...tableOptions, ...own], MORE, 'none');
  if (values.help) return console.log(help());
  const read = readSettings({ ...settingsIn(values), subject: subjectOf(values) });
  if (!read.ok) return fail([...read.wrong.map(({ sentence }) => sentence), MORE].join('\n'));
  const { settings, task } = read;
  const file = values.out ?? `trained/${task.id}-${settings.cell}.json`;
  const report = file.replace(/(\.json)?$/, '.md');
  makeRoom(file);
  const model = await trained(settings, task);
  writeFileSync(file, modelText(model));
  writeFileSync(report, reportText(model));
  if (model.stopped) {
    console.error(model.stopped);
    process.exitCode = DIVERGED;
  }
  const { measured } = model;
  console.log(`${task.title}, ${settings.cell}, ${model.parameters} parameters, ${model.updates} updates:`);
  console.log(`${reachedBy(task, measured.reaches)} on ${measuredOn(model)}`);
  console.log(`${reachedBy(task, measured.chance.reaches)} by the best constant guess`);
  for (const rival of measured.rivals ?? [])
    console.log(`${rivalText(task, rival)}: ${againstRival(measured.reaches, rival.reaches)}`);
  console.log(`${file}, ${report}`);
});
