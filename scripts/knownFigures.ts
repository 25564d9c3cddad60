import { type Plugin, runnerImport } from 'vite';

/**
 * Puts what is known of figures when the site is built into the modules that ask for it, so that a page draws its first picture
 * without looking for paths: the routes of the cells that pages begin with, their spacing on a narrow screen, and the frame
 * of the main cells.
 */
export const knownFigures: Plugin = {
  name: 'known-figures',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/figure\/(knownRoutes|knownSpacings|mainFrame)\.ts$/ },
    async handler(_, id) {
      const { module } = await runnerImport<typeof import('./firstFigures.ts')>('./scripts/firstFigures.ts');
      if (id.endsWith('mainFrame.ts'))
        return {
          code: `const frames = ${JSON.stringify(module.mainFrames())};
export const mainFrame = (chain, neighbours) => frames[chain][neighbours - 1];`,
          map: null,
        };
      const [name, known] = id.endsWith('knownRoutes.ts')
        ? ['knownRoutes', module.firstRoutes()]
        : ['knownSpacings', module.firstSpacings()];
      return { code: `export const ${name} = ${JSON.stringify(known)};`, map: null };
    },
  },
};
