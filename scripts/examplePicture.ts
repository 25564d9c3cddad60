import { type Plugin, type Rollup, runnerImport } from 'vite';

/**
 * Writes an example into the page for frames, for readers whose browser cannot run it: the picture of a first visit, in
 * files of their own that load only once the figure is shown. A style sheet needs no permission of its host, unlike a
 * module, so that the page looks right also as a file and in a sandbox.
 */
export const examplePicture: Plugin = {
  name: 'example-picture',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  enforce: 'post',
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
      page.source = String(page.source)
        .replace('<!--picture-->', () => figure)
        .replace('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"');
    },
  },
};
