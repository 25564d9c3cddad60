import type { Plugin } from 'vite';

/** Lets a frame begin without the cells under “More”: they are fetched when a link names or may mean one of them. */
export const cellsOnDemand: Plugin = {
  name: 'cells-on-demand',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  transform: {
    filter: { id: /\/src\/cells\/more\.ts$/ },
    order: 'pre',
    handler: () => ({
      code: `export const more = [];
export const fetchMore = async () => (await import('./more.ts?whole')).more;`,
      map: null,
    }),
  },
};
