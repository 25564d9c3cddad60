import type { Plugin } from 'vite';

/** A module that hands its functions on to the whole one once `fetchFigures` has it. */
const handsOn = (...functions: readonly string[]): string =>
  [
    `import { whole } from './fetchFigures.ts';`,
    ...functions.map((name) => `export const ${name} = (...given) => whole.${name}(...given);`),
  ].join('\n');

/** The modules that a frame begins without, by path, and what takes their place until they are fetched. */
const modules: Readonly<Record<string, string>> = {
  'cells/main.ts': `import { lstm } from './lstm.ts';
export const main = [lstm];
export const fetchMain = async () => (await import('./main.ts?whole')).main;`,
  'cells/more.ts': `export const more = [];
export const fetchMore = async () => (await import('./more.ts?whole')).more;`,
  'figure/foundRoutes.ts': handsOn('foundRoutes'),
  'figure/foundSpacing.ts': handsOn('foundSpacing'),
  'figure/change.ts': handsOn('areRelated', 'ghostShapes', 'isNewWire', 'noveltyOf'),
  'figure/fetchFigures.ts': `export const whole = {};
export const fetchFigures = async () => {
  Object.assign(whole, ...(await Promise.all([
    import('./foundRoutes.ts?whole'),
    import('./foundSpacing.ts?whole'),
    import('./change.ts?whole'),
  ])));
};`,
};

/**
 * Lets a frame begin with one cell and the pictures that are known: other cells, and what it takes to draw any cell, are fetched
 * for a link that needs them, or before a reader can choose another cell.
 */
export const onDemand: Plugin = {
  name: 'on-demand',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  transform: {
    filter: { id: /\/src\/(cells|figure)\/\w+\.ts$/ },
    order: 'pre',
    handler: (_, id) => {
      const code = Object.entries(modules).find(([path]) => id.endsWith(`/src/${path}`))?.[1];
      return code === undefined ? null : { code, map: null };
    },
  },
};
