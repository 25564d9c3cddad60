import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Modules of React that the site imports, with their production code. */
const files: Readonly<Record<string, string>> = {
  react: 'react/cjs/react.production.js',
  'react/jsx-runtime': 'react/cjs/react-jsx-runtime.production.js',
  'react-dom': 'react-dom/cjs/react-dom.production.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  scheduler: 'scheduler/cjs/scheduler.production.js',
};
const PREFIX = '\0module:';

/**
 * Turns React, which is published as CommonJS, into modules of the built site. Otherwise every chunk with a component
 * unwraps React anew, and the helpers for it are one more file to wait for before the first picture.
 */
export const reactModules: Plugin = {
  name: 'react-modules',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (Object.hasOwn(files, id) ? `${PREFIX}${id}` : null),
  load: (id) => (id.startsWith(PREFIX) ? moduleOf(id.slice(PREFIX.length)) : null),
};

/** The code of a file of React as a module with the same exports, of which the bundler leaves out those that nobody uses. */
function moduleOf(name: string): string {
  const path = fileURLToPath(new URL(`../node_modules/${files[name]}`, import.meta.url));
  const imports: string[] = [];
  const names = new Set<string>();
  const code = readFileSync(path, 'utf8')
    // a namespace under its own name, of which the bundler knows what is used
    .replace(/\b(\w+) = require\(("[^"]+")\)/g, (_, local: string, from: string) => {
      imports.push(`import * as ${local} from ${from};`);
      return `imported_${local} = 0`;
    })
    // for the tests of React itself
    .replace(/\bScheduler\.(log|unstable_setDisableYieldValue)\b/g, 'undefined')
    .replace(/^exports\.(\w+) =/gm, (_, found: string) => {
      const declared = names.has(found) ? '' : 'let ';
      names.add(found);
      return `${declared}exported_${found} =`;
    })
    .replace(/\bexports\.(\w+)/g, 'exported_$1');
  if (names.size === 0) throw new Error(`${path} exports nothing: has React changed how it is published?`);
  return [...imports, code, ...[...names].map((one) => `export { exported_${one} as ${one} };`)].join('\n');
}
