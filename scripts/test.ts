import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** Runs all checks and tests, even after a failure. A check counts as one test in the summary. */
const REPORT = 'test-results/vitest.json';
const CHECKS: readonly (readonly string[])[] = [
  ['run', 'check'],
  ['run', 'build'],
  ['exec', '--', 'publint', '--strict'],
  ['exec', '--', 'tsx', 'scripts/chromium.ts'],
];

function npm(args: readonly string[]): boolean {
  console.log(`\n> npm ${args.join(' ')}`);
  return spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

rmSync(REPORT, { force: true });
const results = CHECKS.map(npm);
const only = process.argv.slice(2);
const clean = npm([
  'exec',
  '--',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
  ...only,
]);

const { passed, failed } = tests();
const checksPassed = results.filter(Boolean).length;
// vitest can fail without a failed test: a file does not load, or an error is uncaught
const allPassed = passed + checksPassed;
const allFailed = failed + results.length - checksPassed + (!clean && failed === 0 ? 1 : 0);
console.log(`\n${allPassed} passed, ${allFailed} failed`);
process.exitCode = allFailed === 0 ? 0 : 1;

function tests(): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
