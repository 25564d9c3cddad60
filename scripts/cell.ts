import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { settledOptions } from '../src/cell/cell.ts';
import type { CellDeclaration } from '../src/cell/declaration.ts';
import { sizesOf } from '../src/cell/sizes.ts';
import { argumentsOf, fail, helpOption, helpText, optionRows, run } from './arguments.ts';
import { declarationsIn } from './cell/declarations.ts';
import { printedCell } from './cell/print.ts';

/** Prints and draws the cells of one file and tests them while they are being written: `npm run cell -- --help`. */
const options = [
  { name: 'options', value: 'JSON', sentence: 'Options that differ from their defaults: \'{"beta":"zero"}\'.' },
  { name: 'inputs', value: 'D', sentence: 'The number of inputs. Default: 2.' },
  { name: 'units', value: 'H', sentence: 'The number of units. Default: 4.' },
  { name: 'out', value: 'folder', sentence: 'The folder of the pictures, one <id>.svg per cell. Default: cells.' },
  { name: 'no-laws', value: '', sentence: 'Print and draw without testing.' },
  helpOption,
];

const MORE = 'npm run cell -- --help lists the options.';

/** Tests that apply to every cell with every combination of its options. */
const LAWS = [
  'tests/laws/registry.test.ts',
  'tests/laws/extremes.test.ts',
  'tests/laws/gradients.test.ts',
  'tests/notation/equation.test.ts',
  'tests/notation/sentence.test.ts',
  'tests/figure/scene.test.ts',
  'tests/engine/single.test.ts',
];

await run(async () => {
  const { values, words } = argumentsOf(options, MORE, 'words');
  if (values.help) {
    console.log(helpText('npm run cell -- src/cells/janet.ts', { rows: optionRows(options) }));
    return;
  }
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) return fail(`Name one file that declares a cell.\n${MORE}`);
  const sizes = sizesOf(Number(values.inputs ?? 2), Number(values.units ?? 4));
  const found = await loaded(file);
  for (const declaration of found) {
    const { text, svg } = sentenced(() =>
      printedCell(declaration, optionsFor(declaration, found, values.options), sizes),
    );
    const target = `${values.out ?? 'cells'}/${declaration.id}.svg`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, svg);
    console.log(`${text}\n\nPicture: ${target}\n`);
  }
  if (values['no-laws']) return;
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', ...LAWS], {
    stdio: 'inherit',
    env: { ...process.env, GATESCOPE_CELL: file },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exitCode = status ?? 1;
});

async function loaded(file: string): Promise<readonly CellDeclaration[]> {
  const found = await declarationsIn(file).catch((error: Error) => fail(`${file} cannot be loaded: ${error.message}`));
  return found.length > 0 ? found : fail(`${file} exports no cell. Export one made by defineCell or variant.`);
}

/** The given options that a declaration has; an option that no cell of the file has is refused. */
function optionsFor(
  declaration: CellDeclaration,
  found: readonly CellDeclaration[],
  json = '{}',
): Readonly<Record<string, string | boolean>> {
  return sentenced(() => {
    const given: Record<string, string | boolean> = JSON.parse(json);
    const isOwn = ([name]: readonly [string, unknown]): boolean =>
      Object.hasOwn(declaration.options, name) || !found.some(({ options: all }) => Object.hasOwn(all, name));
    return settledOptions(declaration, Object.fromEntries(Object.entries(given).filter(isOwn)));
  });
}

/** Turns any error in a declaration into a refusal, because its message is meant for the author of the cell. */
function sentenced<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
