import type { Plugin } from 'vite';

const sentence = `Gatescope is computed in the browser. If this page stays empty, scripts are switched off, it was opened as a
        file, or a file of its site did not load.`;

/** Tells the readers of a page, in place of a comment in it, why it may be empty. */
export const whyEmpty: Plugin = {
  name: 'why-empty',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('<!--why empty-->', sentence) },
};
