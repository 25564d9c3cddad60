import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argumentsOf, helpOption, helpText, optionRows, run } from './arguments.ts';
import { type Check, differenceOf, type Outcome, resultsOf } from './engines/check.ts';
import { elementChecks, elementPages } from './engines/elementChecks.ts';
import { installed } from './engines/engines.ts';
import { frameChecks, framePages } from './engines/frameChecks.ts';
import { matrixOf } from './engines/matrix.ts';
import { pageChecks } from './engines/pageChecks.ts';
import { serve } from './engines/site.ts';

const MORE = 'npm run engines -- --help lists the options.';
const all: readonly Check[] = [...frameChecks, ...elementChecks, ...pageChecks];

const options = [
  { name: 'engine', value: 'name', sentence: 'chromium, firefox or webkit. Default: all that are installed.' },
  { name: 'only', value: 'text', sentence: 'Only checks whose name contains this.' },
  { name: 'pictures', value: 'folder', sentence: 'Saves the window there after each check, as PNG.' },
  helpOption,
];

run(async () => {
  const { values } = argumentsOf(options, MORE, 'none');
  if (values.help) {
    const title =
      'Does what readers do in the built site, in each engine, and compares what it shows. Run npm run build:site first.';
    console.log(helpText('npm run engines -- --engine webkit --only frame', { title, rows: optionRows(options) }));
    return;
  }
  const { only = '', pictures } = values;
  const checks = all.filter(({ name }) => name.includes(only));
  if (pictures) mkdirSync(pictures, { recursive: true });
  const site = await serve({ ...framePages, ...elementPages });
  const columns: { version: string; outcomes: readonly Outcome[] }[] = [];
  for (const engine of installed(values.engine, MORE)) {
    const { version, outcomes } = await resultsOf(engine, checks, site.address, (name, picture) => {
      const file = `${engine.name}-${name.replace(/\W+/g, '-')}.png`.toLowerCase();
      if (pictures) writeFileSync(join(pictures, file), picture);
    });
    const [first] = columns;
    columns.push({
      version,
      outcomes: outcomes.map((one, k) => (first ? differenceOf(one, first.outcomes[k], first.version) : one)),
    });
  }
  await site.close();
  console.log(
    matrixOf(
      checks.map(({ name }) => name),
      columns,
    ),
  );
  if (columns.some(({ outcomes }) => outcomes.some(({ fault }) => fault !== null))) process.exitCode = 1;
});
