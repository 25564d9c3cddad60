import { type Plugin, type Rollup, runnerImport } from 'vite';
import { withoutStyles } from './withoutStyles.ts';

/**
 * Writes pictures of a first visit into the page for frames, in files of their own that load only once they are shown: an
 * example for readers whose browser cannot run the page, and the view without a link as it is drawn, with a script that shows
 * it at once. A style sheet needs no permission of its host, unlike a module, so that the page looks right also as a file
 * and in a sandbox.
 */
export const examplePicture: Plugin = {
  name: 'example-picture',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  enforce: 'post',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/embed/showFirst.ts', name: 'first' });
  },
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const page = bundle['embed.html'] as Rollup.OutputAsset;
      const { module } = await runnerImport<typeof import('./exampleFigure.ts')>('./scripts/exampleFigure.ts');
      const { svgs, title } = module;
      const emit = (ground: keyof typeof svgs): string =>
        `./${this.getFileName(this.emitFile({ type: 'asset', name: `example-${ground}.svg`, source: svgs[ground] }))}`;
      const figure = `<figure hidden>
          <picture>
            <source srcset="${emit('dark')}" media="(prefers-color-scheme: dark)">
            <img src="${emit('light')}" alt="${title}" width="100%" loading="lazy">
          </picture>
          <figcaption>An example: ${title}.</figcaption>
        </figure>`;
      const { module: first } = await runnerImport<typeof import('./firstView.ts')>('./scripts/firstView.ts', {
        plugins: [withoutStyles],
      });
      const sources = first.pictures.map(({ name, media, svg }) => {
        const file = this.getFileName(this.emitFile({ type: 'asset', name, source: svg }));
        return media ? `<source srcset="./${file}" media="${media}">` : `<img src="./${file}" alt="" loading="lazy">`;
      });
      const view = first.html.replace('<!--picture-->', () => `<picture>${sources.join('')}</picture><p>Loading…</p>`);
      const chunk = (name: string): string => {
        const found = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
        if (!found) throw new Error(`The page for frames has no chunk ${name}`);
        return `./${found.fileName}`;
      };
      const compact = `<link rel="modulepreload" media="(max-width: 40rem)" crossorigin href="${chunk('compactPicture')}">`;
      const script = `<script type="module" crossorigin src="${chunk('first')}"></script>`;
      page.source = String(page.source)
        .replace('<!--first view-->', () => view)
        .replace('<!--picture-->', () => figure)
        .replace('<script ', () => `${script}\n    <script `)
        .replace('</head>', () => `  ${compact}\n  </head>`);
    },
  },
};
