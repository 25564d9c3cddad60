import { accessSync, constants, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { OptionInfo } from '../src/cell/declaration.ts';
import { registry } from '../src/cells/index.ts';
import { createSingle } from '../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../src/engine/single/load.ts';
import { textOf } from '../src/io/bytes.ts';
import { MAX_TABLE_BYTES } from '../src/io/limits.ts';
import { readNumbers } from '../src/io/numbers.ts';
import { commandOptions, settingsIn } from '../src/training/commandLine.ts';
import { type Model, modelText } from '../src/training/modelFile.ts';
import { reachedBy, reportText } from '../src/training/report.ts';
import { training } from '../src/training/run.ts';
import { readSettings } from '../src/training/settings.ts';
import type { Subject } from '../src/training/subject.ts';
import { tasks } from '../src/training/tasks/index.ts';
import { showProgress } from './progress.ts';

/** Trains a network as the page does and writes its model file and a report: `npm run train -- --help`. */
const own = [
  {
    name: 'out',
    value: 'file.json',
    sentence: 'The model file; the report stands beside it. Without it: trained/<task>-<cell>.json.',
  },
  { name: 'help', value: '', sentence: 'This text.' },
];

const MORE = 'npm run train -- --help lists all options and tasks.';

/** The exit code of a run that has diverged: its model is written. What cannot be done at all exits with 1. */
const DIVERGED = 2;

type Given = Readonly<Record<string, string | undefined>>;

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function given(): Given {
  const names = [...commandOptions, ...own].map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' }]);
  try {
    return parseArgs({ options: Object.fromEntries(names) }).values as Given;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${MORE}`);
  }
}

function help(): string {
  const rows = [...commandOptions, ...own].map(({ name, value, sentence }) => [`--${name} ${value}`.trim(), sentence]);
  const width = Math.max(...rows.map(([option]) => option.length)) + 2;
  const lines = rows.map(([option, sentence]) => `  ${option.padEnd(width)}${sentence}`);
  const list = tasks.map(
    ({ id, title, level }) => `  ${id.padEnd(width)}${title}; level: ${level.label} ${level.min} … ${level.max}`,
  );
  const cells = registry.map(({ id, name, options }) => {
    const names = Object.entries(options).map(([option, info]) => `${option}=${valuesOf(info)}`);
    return `  ${id.padEnd(width)}${[name, ...names].join('; ')}`;
  });
  const example = 'npm run train -- --task anbn --cell lstm --units 8';
  const codes = `Exit code: 0; 1 where nothing was trained; ${DIVERGED} where the run diverged: the model holds its best weights.`;
  return [example, '', ...lines, '', codes, '', 'Tasks:', ...list, '', 'Cells and their options:', ...cells].join('\n');
}

const valuesOf = (info: OptionInfo): string =>
  info.kind === 'flag' ? 'on | off' : Object.keys(info.choices).join(' | ');

function fileText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  const read = textOf(bytes, MAX_TABLE_BYTES);
  return read.ok ? read.text : fail(`${file}: ${read.message}`);
}

function subjectOf({ task, text, table, column, level }: Given): Subject {
  if ([task, text, table].filter((one) => one !== undefined).length !== 1)
    return fail(
      'Choose what is to be learned: one of --task, --text and --table. npm run train -- --help lists the tasks.',
    );
  if (task !== undefined) return { kind: 'task', id: task };
  if (text !== undefined)
    return { kind: 'text', text: fileText(text), window: level === undefined ? 40 : Number(level) };
  if (column === undefined) return fail('Name the column to be predicted with --column.');
  const read = readNumbers(fileText(table as string));
  if (read.ok === false) return fail(`${table}: ${read.message}`);
  if (read.ok === 'question')
    return fail(`${table}: ${read.question} Write it so that it can be read in one way only.`);
  if (read.sequence.kind !== 'numbers') return fail(`${table} holds no table of numbers.`);
  const { columns, rows } = read.sequence;
  return { kind: 'table', columns: [...columns], rows: rows.map((row) => [...row]), column };
}

const values = given();
if (values.help) {
  console.log(help());
  process.exit(0);
}
const read = readSettings({ ...settingsIn(values), subject: subjectOf(values) });
if (!read.ok) fail([...read.wrong.map(({ sentence }) => sentence), MORE].join('\n'));
const { settings, task } = read;
const file = values.out ?? `trained/${task.id}-${settings.cell}.json`;
const report = file.replace(/(\.json)?$/, '.md');
makeRoom(file);
const model = await trained();
writeFileSync(file, modelText(model));
writeFileSync(report, reportText(model));
if (model.stopped) {
  console.error(model.stopped);
  process.exitCode = DIVERGED;
}
const { measured } = model;
console.log(`${task.title}, ${settings.cell}, ${model.parameters} learned numbers, ${model.updates} updates:`);
console.log(`${reachedBy(task, measured.reaches)} on ${measured.sequences} fresh sequences of seed ${measured.seed}`);
console.log(`${reachedBy(task, measured.chance.reaches)} by the best guess that never changes`);
console.log(`${file}, ${report}`);

/** The folder of the file; a file that cannot be written is said before the training, not after it. */
function makeRoom(path: string): void {
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (path === '' || statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is no file name');
  } catch (error) {
    fail(`“${path}” cannot be written: ${error instanceof Error ? error.message : error}. Choose another with --out.`);
  }
}

async function trained(): Promise<Model> {
  const kernels = await loadSingleKernels();
  try {
    const run = training(settings, task, (shape) => createSingle(shape, kernels));
    let next = run.next();
    for (; !next.done; next = run.next()) {
      const { updates, loss, reaches } = next.value;
      showProgress(updates, settings.updates, `loss ${loss.toPrecision(4)}, ${reachedBy(task, reaches)}`);
    }
    return next.value;
  } catch (error) {
    // what the settings say one by one can still be too much together
    if (error instanceof RangeError) return fail(error.message);
    throw error;
  }
}
