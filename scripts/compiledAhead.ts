import type { Plugin } from 'vite';

/** The chunks of which most runs before the first picture. */
const FIRST = ['gatescope', 'instance', 'explore', 'learn'];

/** Chromium compiles all functions of a script that begins with this line; other browsers read a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has the code of the first picture compiled off the main thread while it arrives. Otherwise a browser only looks for the ends
 * of its functions there, and compiles each on the main thread when it is first called, which takes as much time in all but
 * puts a fifth of the way to the first picture where nothing else can happen meanwhile.
 */
export const compiledAhead: Plugin = {
  name: 'compiled-ahead',
  apply: (_, { command, mode }) => command === 'build' && (mode === 'frame' || mode === 'production'),
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && FIRST.includes(file.name)) file.code = HINT + file.code;
    },
  },
};
