import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A fresh folder whose node_modules contain the package, packed and unpacked again, and its dependencies. */
export interface App {
  readonly folder: string;
  /** The packed package. */
  readonly tarball: string;
  /** Runs a module in Node under these export conditions and returns its output. */
  node(source: string, ...conditions: readonly string[]): string;
  /**
   * Compiles TypeScript modules, which are given by name, against the package's types, without DOM types, also those with
   * errors. Returns tsc's complaints, line by line.
   */
  compile(sources: Readonly<Record<string, string>>): readonly string[];
  /** Runs a compiled module in Node and returns its output. */
  run(name: string): string;
  /** Compiles a module with JSX as an app with a bundler does, with this compiler. Throws its output. */
  checkJsx(source: string, compiler: string): string;
  remove(): void;
}

/** The project's compiler, and older ones that its tools depend on. */
export const compilers = {
  'TypeScript 7': resolve('node_modules/typescript/bin/tsc'),
  'TypeScript 6': resolve('node_modules/@microsoft/api-extractor/node_modules/typescript/bin/tsc'),
  'TypeScript 5': resolve('node_modules/@arethetypeswrong/core/node_modules/typescript/bin/tsc'),
};

const PEERS = /^(d3-[a-z-]+|internmap|valibot|zustand|react|react-dom|scheduler)$/;

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
    if (PEERS.test(name)) symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compile = (compiler: string, flags: string, ...files: readonly string[]): string => {
    const roots = ['--typeRoots', resolve('node_modules/@types')];
    try {
      return run(process.execPath, [compiler, '--strict', ...flags.split(' '), ...roots, ...files], folder);
    } catch (error) {
      throw new Error((error as { stdout: string }).stdout);
    }
  };
  const runFile = (file: string, conditions: readonly string[] = []): string =>
    run(process.execPath, [...conditions.map((name) => `--conditions=${name}`), file], folder);
  return {
    folder,
    tarball: join(folder, tarball),
    node(source, ...conditions) {
      writeFileSync(join(folder, 'main.js'), source);
      return runFile('main.js', conditions);
    },
    run: (name) => runFile(`${name}.js`),
    compile(sources) {
      const files = Object.keys(sources).map((name) => `${name}.ts`);
      for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), source);
      const flags = '--skipDefaultLibCheck --module nodenext --target es2022 --lib es2023 --types node';
      try {
        compile(compilers['TypeScript 7'], flags, ...files);
        return [];
      } catch (error) {
        return (error as Error).message.trim().split('\n');
      }
    },
    checkJsx(source, compiler) {
      writeFileSync(join(folder, 'main.tsx'), source);
      return compile(
        compiler,
        '--skipDefaultLibCheck --module esnext --moduleResolution bundler --jsx react-jsx --lib es2023,dom --noEmit --exactOptionalPropertyTypes --types react',
        'main.tsx',
      );
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
