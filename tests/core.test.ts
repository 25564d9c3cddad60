import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('nothing in the core knows a DOM or a timer: it compiles without their types', () => {
  expect(() =>
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json', '--noEmit'], {
      encoding: 'utf8',
    }),
  ).not.toThrow();
});

test.each(['ops', 'cell', 'cells', 'engine', 'notation', 'figure', 'io', 'presets', 'store'])(
  'src/%s draws no random number without a seed',
  (folder) => {
    const files = readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readFileSync(`src/${folder}/${file}`, 'utf8'), file).not.toMatch(
        /Math\.random|getRandomValues|randomUUID/,
      );
  },
);
