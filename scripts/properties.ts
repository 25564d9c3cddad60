import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** In the source of a test that has more cases in the long run. */
const LONGER = /\bsetup\/cases\.ts|\bsomeCells\b|\bperScheme\b/;

/**
 * Runs the large property tests on ten times as many cases as `npm test`, and the slow browser tests on all of theirs;
 * the slowest run only here.
 * The latter open the built site: `npm run build` comes first.
 */
const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.tsx?$/.test(name))
  .filter((name) => name.endsWith('.long.test.ts') || LONGER.test(readFileSync(name, 'utf8')));
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2), ...files],
  { stdio: 'inherit', env: { ...process.env, PROPERTIES: 'many' } },
);
process.exitCode = status ?? 1;
