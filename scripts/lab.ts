import type { LabSettings } from '../src/laboratory/labLink.ts';
import type { CommandOption } from '../src/training/commandLine.ts';
import { argumentsOf, fail, type Given, helpOption, helpText, jsonOption, optionRows, run } from './arguments.ts';
import { point, pointOptions } from './lab/point.ts';
import { accuracy, gradient, inputs, memory, theory } from './lab/prints.ts';
import { labSettings, settingOptions } from './lab/settings.ts';
import { trainLab } from './lab/train.ts';
import { type Printed, print } from './printed.ts';

/** Trains what the laboratory shows, or prints it: `npm run lab -- --help`. */
const prints: Readonly<
  Record<
    string,
    { readonly print: (settings: LabSettings, given: Given) => Printed | Promise<Printed>; readonly sentence: string }
  >
> = {
  accuracy: {
    print: accuracy,
    sentence: 'The share of right answers: mean, worst, best, seed by seed. The default.',
  },
  gradient: { print: gradient, sentence: 'The gradient over the distance; with --cell, all norms of that cell.' },
  inputs: { print: inputs, sentence: 'Which inputs the answer depends on.' },
  memory: { print: memory, sentence: 'Where an LSTM and a GRU keep the first symbol.' },
  theory: { print: theory, sentence: 'The numbers of “In theory it could”.' },
};

const options: readonly CommandOption[] = [
  { name: 'print', value: '', sentence: 'Print instead of training.' },
  ...settingOptions,
  ...pointOptions,
  jsonOption,
  helpOption,
];

const MORE = 'npm run lab -- --help lists what can be printed, and the options.';

function help(): string {
  const known = Object.entries(prints).map(([name, { sentence }]) => [`--print ${name}`, sentence] as const);
  const point = ['point', 'Trains one point anew and prints its accuracy.'] as const;
  return helpText(
    'npm run lab trains everything anew and writes src/laboratory/data/ (about an hour); npm run lab -- --print gradient',
    { rows: [...known, point] },
    { rows: optionRows(options) },
  );
}

await run(async () => {
  const { values: given, words } = argumentsOf(options, MORE, 'words');
  if (given.help) return console.log(help());
  if (words.length > 1) fail(`Choose one of these, not ${words.length}: ${words.join(' ')}.\n${MORE}`);
  const [what = 'accuracy'] = words;
  if (what === 'point') return print(await point(given), Boolean(given.json));
  if (!Object.hasOwn(prints, what))
    fail(`There is no “${what}”; choose ${Object.keys(prints).join(', ')} or point.\n${MORE}`);
  if (given.print) return print(await prints[what].print(labSettings(given), given), Boolean(given.json));
  if (words.length + Object.keys(given).length > 0)
    fail(`Add --print to print the shipped numbers; without options everything is trained again.\n${MORE}`);
  await trainLab();
});
