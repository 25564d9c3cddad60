import { type Plugin, runnerImport } from 'vite';
import { lessonModule } from './lessonModule.ts';
import { outlinesModule } from './outlinesModule.ts';
import { withoutStyles } from './withoutStyles.ts';

/** The pages in `index.html` and the chunks with their code. */
const pages = { learn: 'learn', explore: 'explore' };

/**
 * Writes the files of both pages of `index.html` into it, and a script without imports that has those of the page that the address
 * names fetched at once. Otherwise they would be asked for by code that is itself fetched. The beginning of both pages is in it,
 * too, so that it is on the screen before its code is there.
 */
export const firstFiles: Plugin = {
  name: 'first-files',
  apply: (_, { command, mode }) => command === 'build' && mode === 'production',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('There is no index.html');
      const fileOf = (name: string): string => {
        const found = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
        if (!found) throw new Error(`index.html has no chunk ${name}`);
        return `./${found.fileName}`;
      };
      const links = Object.entries(pages).map(
        ([name, chunk]) => `<link data-page="${name}" crossorigin href="${fileOf(chunk)}">`,
      );
      const script = `<script type="module" async crossorigin src="${fileOf('first')}"></script>`;
      const { module } = await runnerImport<typeof import('./firstPages.ts')>('./scripts/firstPages.ts', {
        plugins: [withoutStyles, lessonModule, outlinesModule],
      });
      page.source = String(page.source)
        .replace('<script ', () => `${[...links, script].join('\n    ')}\n    <script `)
        .replace('<div id="root">', () => `<div id="root" class="first-page">${module.story}`)
        .replace('</body>', () => `  <template id="explore">${module.explore}</template>\n  </body>`);
    },
  },
};
