import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';

/** Runs all checks and tests, even after a failure. A check counts as one test in the summary. */
const REPORT = 'test-results/vitest.json';

async function npm(...args: readonly string[]): Promise<boolean> {
  console.log(`\n> npm ${args.join(' ')}`);
  const child = spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const [code] = await once(child, 'exit');
  return code === 0;
}

rmSync(REPORT, { force: true });
// they read the same source, none reads what another writes, and each leaves a core idle
const results = await Promise.all([
  npm('run', 'check'),
  npm('run', 'build:site'),
  npm('run', 'build:library'),
  npm('exec', '--', 'tsx', 'scripts/chromium.ts'),
]);
results.push(await npm('exec', '--', 'publint', '--strict'));
const only = process.argv.slice(2);
const clean = await npm(
  'exec',
  '--',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--reporter=./scripts/secondTries.ts',
  `--outputFile.json=${REPORT}`,
  ...only,
);

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
