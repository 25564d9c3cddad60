import { mystParse } from 'myst-parser';
import type { Plugin } from 'vite';

/** Gives a page of the examples the tree that MyST makes of its Markdown. */
export const mystPage: Plugin = {
  name: 'myst-page',
  transform: {
    filter: { id: /examples\/myst\/page\.md$/ },
    handler: (markdown) => ({
      code: `export const page = ${JSON.stringify(mystParse(markdown))}`,
      map: null,
      moduleType: 'js',
    }),
  },
};
