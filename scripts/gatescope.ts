import { argumentsOf, fail, helpOption, helpText, optionRows, run } from './arguments.ts';
import { linkOptions, linkTo } from './gatescope/link.ts';
import { givenMoment, momentOptions } from './gatescope/moment.ts';
import { formats, render, renderOptions } from './gatescope/render.ts';

const commands = {
  render: { options: renderOptions, print: render, sentence: 'Draws a moment, or writes its numbers.' },
  link: { options: linkOptions, print: linkTo, sentence: 'Prints the address of a moment.' },
} as const;

const MORE = 'gatescope --help lists commands and options.';

const help = (): string =>
  helpText(
    'npx gatescope render lstm --preset remember-first --t 3 --stage forget -o lstm.svg',
    { title: 'Commands', rows: Object.entries(commands).map(([name, { sentence }]) => [name, sentence]) },
    {
      title: 'Of both: the cell as a word, or',
      rows: optionRows([...momentOptions, helpOption]),
    },
    { title: 'Of render', rows: optionRows(renderOptions) },
    { title: 'Endings of its file', rows: Object.entries(formats).map(([ending, { holds }]) => [ending, holds]) },
    { title: 'Of link', rows: optionRows(linkOptions) },
  );

/** Draws figures and makes links of moments: `npx gatescope --help`. */
await run(async () => {
  const [name = '--help', ...args] = process.argv.slice(2);
  if (name === '--help' || args.includes('--help')) return console.log(help());
  if (!Object.hasOwn(commands, name)) return fail(`There is no command “${name}”. ${MORE}`);
  const { options, print } = commands[name as keyof typeof commands];
  const { values, words } = argumentsOf([...momentOptions, ...options], MORE, 'words', args);
  console.log(await print(await givenMoment(values, words), values));
});
