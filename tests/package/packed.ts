import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A fresh folder whose node_modules hold the packed and unpacked package, and the packages it depends on. */
export interface App {
  readonly folder: string;
  /** Runs a module in Node and gives what it printed. */
  node(source: string): string;
  /** Compiles a TypeScript module against the package's types, without DOM types. Throws tsc's output. */
  check(source: string): string;
  /** Compiles a TypeScript module, runs it in Node and gives what it printed. */
  run(source: string): string;
  remove(): void;
}

export function appWithPackage(): App {
  const folder = mkdtempSync(join(tmpdir(), 'gatescope-app-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  run('npm', ['pack', '--pack-destination', folder, '--silent', '--ignore-scripts'], resolve('.'));
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('npm pack made no file');
  run('tar', ['-xzf', tarball], folder);
  renameSync(join(folder, 'package'), join(modules, 'gatescope'));
  for (const name of readdirSync('node_modules'))
    if (/^(d3-[a-z-]+|internmap|valibot)$/.test(name))
      symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const main = (): string => run(process.execPath, ['main.js'], folder);
  const app: App = {
    folder,
    node(source) {
      writeFileSync(join(folder, 'main.js'), source);
      return main();
    },
    run(source) {
      app.check(source);
      return main();
    },
    check(source) {
      writeFileSync(join(folder, 'main.ts'), source);
      const flags = '--strict --module nodenext --target es2022 --lib es2023 --types node'.split(' ');
      const roots = ['--typeRoots', resolve('node_modules/@types')];
      try {
        return run(
          process.execPath,
          [resolve('node_modules/typescript/bin/tsc'), ...flags, ...roots, 'main.ts'],
          folder,
        );
      } catch (error) {
        throw new Error((error as { stdout: string }).stdout);
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  return app;
}
