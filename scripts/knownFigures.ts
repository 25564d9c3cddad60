import { type Plugin, runnerImport } from 'vite';

/** The module that computes what a build knows of figures. */
export const figuresKnown = async (): Promise<typeof import('./firstFigures.ts')> =>
  (await runnerImport<typeof import('./firstFigures.ts')>('./scripts/firstFigures.ts')).module;

/**
 * Puts what is known of figures when the site is built into the modules that ask for it, so that a page draws its first picture
 * without looking for paths: the routes of the cells that pages begin with, their spacing on a narrow screen, and the frame
 * of the main cells. A frame begins with one cell, in all of its forms.
 */
export const knownFigures: Plugin = {
  name: 'known-figures',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/figure\/(knownRoutes|knownSpacings|mainFrame)\.ts$/ },
    async handler(_, id) {
      const { allFigures, firstFigures, mainFrames } = await figuresKnown();
      if (id.endsWith('mainFrame.ts'))
        return {
          code: `const frames = ${JSON.stringify(mainFrames())};
export const mainFrame = (chain, neighbours) => frames[chain][neighbours - 1];`,
          map: null,
        };
      const { routes, spacings } = this.environment.config.mode === 'frame' ? allFigures('lstm') : firstFigures();
      const [name, known] = id.endsWith('knownRoutes.ts') ? ['knownRoutes', routes] : ['knownSpacings', spacings];
      return { code: `export const ${name} = ${JSON.stringify(known)};`, map: null };
    },
  },
};
