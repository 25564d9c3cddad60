import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import type { CellDeclaration } from '../src/cell/declaration.ts';

const IMPORT = /^import \{([^}]+)\} from '(\.\/[^']+)';/gm;

/** Lets a frame begin without the cells under “More”: each is fetched from its own file when a link names it. */
export const cellsOnDemand: Plugin = {
  name: 'cells-on-demand',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  transform: {
    filter: { id: /\/src\/cells\/more\.ts$/ },
    order: 'pre',
    async handler(_, path) {
      const { module } = await runnerImport<{ readonly more: readonly CellDeclaration[] }>(path);
      const fetchers = await Promise.all(
        [...readFileSync(path, 'utf8').matchAll(IMPORT)].flatMap(([, names, file]) =>
          names.split(',').map(async (name) => {
            const { module } = await runnerImport<Readonly<Record<string, CellDeclaration>>>(join(dirname(path), file));
            return [module[name.trim()].id, `async () => (await import('${file}')).${name.trim()}`] as const;
          }),
        ),
      );
      const written = new Map(fetchers);
      const entries = module.more.map(({ id }) => `${JSON.stringify(id)}: ${written.get(id)}`);
      return {
        code: `const fetchers = { ${entries.join(', ')} };
export const more = [];
export const fetchMore = (id) => Promise.all(
  Object.keys(fetchers).filter((one) => id === undefined || one === id).map((one) => fetchers[one]())
);`,
        map: null,
      };
    },
  },
};
