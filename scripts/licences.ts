import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rollup } from 'vite';

/** The file beside the built code with the licences of the packages inside. */
export const LICENCES = 'THIRD-PARTY-LICENSES.txt';

const LINE = '='.repeat(80);
const INTRODUCTION = 'The code beside this file contains code of these packages, minified.';

/** The packages whose modules are in a bundle. */
export function packagesIn(output: readonly (Rollup.OutputAsset | Rollup.OutputChunk)[]): ReadonlySet<string> {
  const ids = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  // React's modules are made of its files: see `reactModules`
  const names = ids.map((id) => id.match(/(?:.*\/node_modules\/|^\0module:)((?:@[\w-]+\/)?[\w.-]+)/)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** The names, versions and licences of packages with the texts of the licences. */
export function licencesOf(packages: Iterable<string>): string {
  return [INTRODUCTION, ...[...packages].sort().map(licenceOf)].join(`\n\n${LINE}\n`);
}

function licenceOf(name: string): string {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^(licen[sc]e|notice|copying)/i.test(file));
  return [
    `${name} ${version}, ${license}`,
    ...texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()),
  ].join('\n\n');
}

/** The packages that a file of licences names. */
const packagesNamed = (text: string): readonly string[] =>
  text
    .split(`${LINE}\n`)
    .slice(1)
    .map((part) => part.slice(0, part.indexOf(' ')));

/** Builds of one file, which people copy on its own. */
const ALONE = ['offline', 'offline-lesson', 'notebook'];

/**
 * Writes the licences of all packages inside into a file beside the code, which builds into the same folder share; code in
 * one file has them at its end.
 */
export function licences(mode: string): Plugin {
  let packages: ReadonlySet<string> = new Set();
  return {
    name: 'licences',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const files = Object.values(bundle);
        packages = packagesIn(files);
        if (!ALONE.includes(mode)) return;
        for (const file of files)
          if (file.type === 'chunk' && file.isEntry)
            file.code += `\n/*!\n${licencesOf(packages).replaceAll('*/', '* /')}\n*/\n`;
      },
    },
    writeBundle({ dir = '' }) {
      const path = join(dir, LICENCES);
      const before = existsSync(path) ? packagesNamed(readFileSync(path, 'utf8')) : [];
      const all = new Set([...before, ...packages]);
      if (all.size > 0) writeFileSync(path, licencesOf(all));
    },
  };
}
