import { afterAll, afterEach, beforeEach } from 'vitest';

// Lets queries of Testing Library wait on a busy machine as long as `expect.poll` does; one that is there is found at once.
if (globalThis.navigator?.userAgent.includes('jsdom'))
  (await import('@testing-library/dom')).configure({ asyncUtilTimeout: 30_000 });

/**
 * A warning or an error on the console fails the test in which it appears. A test that expects one mocks it with
 * `vi.spyOn(console, 'error').mockImplementation(() => {})` and asserts its text.
 */
const said: string[] = [];

for (const level of ['warn', 'error'] as const) {
  const original = console[level];
  console[level] = (...parts: unknown[]) => {
    said.push(`console.${level}: ${parts.map(String).join(' ')}`);
    original.apply(console, parts);
  };
  // the next file of this worker records for itself
  afterAll(() => {
    console[level] = original;
  });
}

beforeEach(() => {
  said.length = 0;
});

afterEach(() => {
  if (said.length > 0) throw new Error(`The console was not silent:\n${said.splice(0).join('\n')}`);
});
