import type { Plugin } from 'vite';

/** The module with which a built page fetches the files of a part that loads on demand, as Vite names it. */
const HELPER = '\0vite/preload-helper.js';

/**
 * A shorter one: files of code are fetched beforehand, style sheets are waited for. A sheet that did not arrive is asked
 * for again with the next attempt.
 */
const code = `const asked = {};
const ask = (href) => {
  if ([...document.querySelectorAll('link')].some((link) => link.href === href)) return;
  const link = document.createElement('link');
  const style = href.endsWith('.css');
  link.rel = style ? 'stylesheet' : 'modulepreload';
  link.crossOrigin = '';
  link.href = href;
  document.head.append(link);
  return style && new Promise((onload, reject) => {
    link.onload = onload;
    link.onerror = () => {
      link.remove();
      delete asked[href];
      reject(Error('The style sheet ' + href + ' could not be fetched'));
    };
  });
};
export const __vitePreload = async (load, files = [], from) => {
  await Promise.all(files.map((file) => {
    const { href } = new URL(file, from);
    return (asked[href] ??= ask(href));
  }));
  return load();
};`;

/** Saves a page two thirds of the code that fetches its parts: it knows neither nonces nor browsers without such links. */
export const shortPreload: Plugin = {
  name: 'short-preload',
  apply: (_, { command, mode }) => command === 'build' && (mode === 'frame' || mode === 'production'),
  enforce: 'pre',
  load: {
    order: 'pre',
    handler: (id) => (id === HELPER ? { code, map: null, moduleSideEffects: false } : null),
  },
};
