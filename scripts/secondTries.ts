import type { Reporter, TestCase } from 'vitest/node';

/** Names the tests that passed only when they were run again, so that a race is seen although nothing is red. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class SecondTries implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    if (this.names.length > 0) console.log(`Passed on the second try only:\n  ${this.names.join('\n  ')}`);
  }
}
