import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const packed = (): readonly string[] => {
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [{ files }] = JSON.parse(listed) as [{ files: readonly { path: string }[] }];
  return files.map(({ path }) => path);
};

test('the package holds what its exports name, both licences and that of the font, and no source', () => {
  const { bin, exports: entries, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = Object.values({ ...entries, ...bin } as Record<string, string | Record<string, string>>)
    .flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))
    .map((path) => path.replace('./', ''));
  const files = packed();
  expect(files).toEqual(expect.arrayContaining(named));
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'LICENSE-FIGURES.md', 'src/theme/fonts/gatescope-math.LICENSE.txt']),
  );
  expect(files.filter((path) => /^(src|tests|dist)\/.*\.tsx?$/.test(path))).toEqual([]);
  // a clone that is packed, or installed from its git address, has no lib/ until this has run
  expect(scripts.prepack).toMatch(/build:core.*build:react.*build:element.*build:command/);
});

test('the command says that Node runs it', () => {
  expect(readFileSync('lib/command/gatescope.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('the style sheet of the component brings the font once, and the component is marked as one of the browser', () => {
  const css = readFileSync('lib/react/style.css', 'utf8');
  expect(css.match(/@font-face/g)).toHaveLength(1);
  expect(css.match(/font\/woff2;base64/g)).toHaveLength(1);
  expect(readFileSync('lib/react/GateDiagram.js', 'utf8')).toMatch(/^\s*['"]use client['"]/);
});
