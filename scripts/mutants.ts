import type { CommandOption } from '../src/training/commandLine.ts';
import { argumentsOf, fail, type Given, helpOption, helpText, optionRows, run } from './arguments.ts';
import { createCopy } from './mutants/copy.ts';
import { drawnMutants, pureFolders } from './mutants/drawn.ts';
import { type Mutant, namedMutants } from './mutants/named.ts';
import { plainTable } from './plainTable.ts';

/** Mutation testing: edits a copy of the source, one small change at a time, and lists the edits that no test notices. */
const options: readonly CommandOption[] = [
  {
    name: 'draw',
    value: 'number',
    sentence: 'Instead of the named edits, this number of random ones from each pure folder.',
  },
  { name: 'seed', value: 'number', sentence: 'The seed of the random edits. Default: 1.' },
  helpOption,
];

const MORE = 'npm run mutants -- --help lists the options.';

/** A positive whole number given as an option. */
function wholeOf(given: Given, name: string, usual: number): number {
  const number = Number(given[name] ?? usual);
  return Number.isInteger(number) && number > 0
    ? number
    : fail(`--${name} is ${given[name]}; choose a whole number from 1.\n${MORE}`);
}

const folderOf = ({ file }: Mutant): string => file.split('/')[0];

function chosen(given: Given, words: readonly string[]): readonly Mutant[] {
  const known = given.draw ? pureFolders : [...new Set(namedMutants.map(folderOf))];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) fail(`There are no such edits of ${unknown}; choose ${known.join(', ')}.\n${MORE}`);
  const folders = words.length > 0 ? words : known;
  if (given.draw) return drawnMutants(folders, wholeOf(given, 'draw', 1), wholeOf(given, 'seed', 1));
  return namedMutants.filter((mutant) => folders.includes(folderOf(mutant)));
}

await run(async () => {
  const { values: given, words } = argumentsOf(options, MORE, 'words');
  if (given.help) return console.log(helpText('npm run mutants [-- folder …]', { rows: optionRows(options) }));
  const mutants = chosen(given, words);
  const copy = createCopy();
  const missed: Mutant[] = [];
  const broken: Mutant[] = [];
  try {
    const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
    if ((await copy.clean(tests)) !== 'green') fail(`These tests are not green without an edit: ${tests.join(', ')}.`);
    for (const mutant of mutants) {
      const verdict = await copy.tried(mutant);
      if (verdict === 'green') missed.push(mutant);
      if (verdict === 'broken') broken.push(mutant);
      console.log(`${{ red: 'caught', green: 'MISSED', broken: 'broken' }[verdict]}  ${place(mutant)}`);
    }
  } finally {
    copy.remove();
  }
  const folders = [...new Set(mutants.map(folderOf))];
  const count = (all: readonly Mutant[], folder: string): number =>
    all.filter((mutant) => folderOf(mutant) === folder).length;
  const rows = folders.map((folder) => {
    const [tried, green, unloaded] = [mutants, missed, broken].map((all) => count(all, folder));
    return [folder, ...[tried - green - unloaded, green, unloaded].map(String)];
  });
  console.log(`\n${plainTable(['folder', 'caught', 'missed', 'broken'], rows)}`);
  if (!given.draw && missed.length + broken.length > 0) process.exitCode = 1;
});

function place({ file, from, to }: Mutant): string {
  return `src/${file}: ${from.trim()}  →  ${to.trim() || 'nothing'}`;
}
