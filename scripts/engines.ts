import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, type } from 'node:os';
import { join } from 'node:path';
import { argumentsOf, fail, helpOption, helpText, optionRows, run } from './arguments.ts';
import { type Check, differenceOf, resultsOf } from './engines/check.ts';
import { elementChecks, elementPages } from './engines/elementChecks.ts';
import { engines, installed } from './engines/engines.ts';
import { frameChecks, framePages } from './engines/frameChecks.ts';
import { type Column, documentOf, failuresOf, MATRIX, matrixOf } from './engines/matrix.ts';
import { pageChecks } from './engines/pageChecks.ts';
import { serve } from './engines/site.ts';

const MORE = 'npm run engines -- --help lists the options.';
const all: readonly Check[] = [...frameChecks, ...elementChecks, ...pageChecks];

const options = [
  { name: 'engine', value: 'name', sentence: 'chromium, firefox or webkit. Default: all that are installed.' },
  { name: 'only', value: 'text', sentence: 'Only checks whose name contains this.' },
  { name: 'pictures', value: 'folder', sentence: 'Saves the window there after each check, as PNG.' },
  { name: 'docs', value: '', sentence: `Writes the table of all checks in all engines into ${MATRIX}.` },
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
  const used = installed(values.engine, MORE);
  if (values.docs && (only !== '' || used.length < Object.keys(engines).length))
    fail(`--docs needs all checks in all engines.\n${MORE}`);
  const checks = all.filter(({ name }) => name.includes(only));
  if (pictures) mkdirSync(pictures, { recursive: true });
  const site = await serve({ ...framePages, ...elementPages });
  const columns: Column[] = [];
  for (const engine of used) {
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
  const names = checks.map(({ name }) => name);
  const failures = failuresOf(names, columns);
  const table = matrixOf(names, columns);
  console.log([table, ...failures].join('\n'));
  if (values.docs)
    writeFileSync(MATRIX, documentOf(table, new Date().toISOString().slice(0, 10), `${type()} on ${arch()}`));
  if (failures.length > 0) process.exitCode = 1;
});
