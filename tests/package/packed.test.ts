import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { many } from '../setup/cases.ts';

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
  // a clone that is packed has no lib/ until this has run
  expect(scripts.prepack).toMatch(/build:core.*build:react.*build:element.*build:command/);
});

test.runIf(many && spawnSync('git', ['--version']).status === 0)(
  'an install from a git address builds the package, and an install in a clone does not',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatescope-git-'));
    const [clone, app] = ['clone', 'app'].map((name) => join(folder, name));
    for (const made of [clone, app]) mkdirSync(made);
    const { prepare } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    const prepack = `node -e "require('fs').mkdirSync('lib');require('fs').writeFileSync('lib/built.js','')"`;
    const small = { name: 'small', version: '1.0.0', files: ['lib'], scripts: { prepare, prepack } };
    writeFileSync(join(clone, 'package.json'), JSON.stringify(small));
    cpSync('scripts/prepare.mjs', join(clone, 'scripts/prepare.mjs'));
    const run = (cwd: string, command: string, ...args: readonly string[]) =>
      execFileSync(command, args, { cwd, stdio: 'pipe', env: { ...process.env, npm_package_resolved: undefined } });
    run(clone, 'npm', 'install');
    expect(existsSync(join(clone, 'lib'))).toBe(false);
    run(clone, 'git', 'init', '-q');
    run(clone, 'git', 'add', 'package.json', 'scripts');
    run(clone, 'git', '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'Begin');
    writeFileSync(join(app, 'package.json'), '{}');
    run(app, 'npm', 'install', `git+file://${clone}`);
    expect(existsSync(join(app, 'node_modules/small/lib/built.js'))).toBe(true);
    rmSync(folder, { recursive: true });
  },
);

test('the command says that Node runs it', () => {
  expect(readFileSync('lib/command/gatescope.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('the style sheet of the component brings the font once, and the component is marked as one of the browser', () => {
  const css = readFileSync('lib/react/style.css', 'utf8');
  expect(css.match(/@font-face/g)).toHaveLength(1);
  expect(css.match(/font\/woff2;base64/g)).toHaveLength(1);
  expect(readFileSync('lib/react/GateDiagram.js', 'utf8')).toMatch(/^\s*['"]use client['"]/);
});
