import { type Plugin, runnerImport } from 'vite';

/**
 * Puts the routes of the cells that pages begin with into the module that knows them, so that a page draws its first picture without
 * looking for paths.
 */
export const knownRoutes: Plugin = {
  name: 'known-routes',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/figure\/knownRoutes\.ts$/ },
    async handler() {
      const { module } = await runnerImport<typeof import('./firstRoutes.ts')>('./scripts/firstRoutes.ts');
      return { code: `export const knownRoutes = ${JSON.stringify(module.firstRoutes())};`, map: null };
    },
  },
};
