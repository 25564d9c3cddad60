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

/** The code of a file of React as a module with the same exports, by name and as a whole. */
function moduleOf(name: string): string {
  const path = fileURLToPath(new URL(`../node_modules/${files[name]}`, import.meta.url));
  const imports: string[] = [];
  const code = readFileSync(path, 'utf8').replace(/\brequire\(("[^"]+")\)/g, (_, from: string) => {
    imports.push(`import needed${imports.length} from ${from};`);
    return `needed${imports.length - 1}`;
  });
  const names = new Set([...code.matchAll(/^exports\.(\w+) =/gm)].map(([, found]) => found));
  if (names.size === 0) throw new Error(`${path} exports nothing: has React changed how it is published?`);
  const named = [...names].map(
    (one) => `const exported_${one} = exports.${one};\nexport { exported_${one} as ${one} };`,
  );
  return [...imports, 'const exports = {};', code, ...named, 'export default exports;'].join('\n');
}
