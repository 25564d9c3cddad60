import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Runs the large property tests on ten times as many cases as `npm test`, and the slow browser tests on all of theirs;
 * the slowest run only here.
 * The latter open the built site: `npm run build` comes first.
 */
const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.tsx?$/.test(name))
  .filter((name) => name.endsWith('.long.test.ts') || readFileSync(name, 'utf8').includes('setup/cases.ts'));
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2), ...files],
  { stdio: 'inherit', env: { ...process.env, PROPERTIES: 'many' } },
);
process.exitCode = status ?? 1;
