import { afterEach, beforeEach } from 'vitest';

/**
 * A warning or an error on the console fails the test in which it appears. A test that expects one says so with
 * `vi.spyOn(console, 'error').mockImplementation(() => {})` and asserts what was said.
 */
const said: string[] = [];

for (const level of ['warn', 'error'] as const) {
  const original = console[level].bind(console);
  console[level] = (...parts: unknown[]) => {
    said.push(`console.${level}: ${parts.map(String).join(' ')}`);
    original(...parts);
  };
}

beforeEach(() => {
  said.length = 0;
});

afterEach(() => {
  if (said.length > 0) throw new Error(`The console was not silent:\n${said.splice(0).join('\n')}`);
});
