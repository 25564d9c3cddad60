import type { Plugin } from 'vite';

/** The bundler's own module, as it names it. */
const HELPERS = '\0rolldown/runtime.js';
/** The name under which the chunk with the helpers exports them. */
const EXPORTED = 'helpers$';

/**
 * Puts the bundler's helpers into the chunk of this name, which every page loads. The bundler gives them a file of their
 * own, which no group of chunks can claim: one more request before the first picture for a few hundred bytes.
 */
export const helpersInside = (name: string): Plugin => ({
  name: 'helpers-inside',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const helpers = chunks.find(({ moduleIds }) => moduleIds.length === 1 && moduleIds[0] === HELPERS);
      const home = chunks.find((chunk) => chunk.name === name);
      if (!helpers || !home) throw new Error(`There is no chunk ${helpers ? name : 'of helpers'}`);
      const [from, to] = [helpers, home].map(({ fileName }) => fileName.slice(fileName.lastIndexOf('/') + 1));
      const imported = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]([^"'\`]*)${from}["'\`];?`);
      if (imported.test(home.code)) throw new Error(`The chunk ${name} needs the helpers itself`);
      const code = helpers.code.replace(
        /export\s*\{([^}]*)\};?\s*$/,
        (_, list: string) => `return {${pairs(list).map(([local, exported]) => `${exported}:${local}`)}};`,
      );
      home.code = `${home.code};var ${EXPORTED}=(()=>{${code}})();export{${EXPORTED}};`;
      for (const chunk of chunks)
        chunk.code = chunk.code
          .replace(
            imported,
            (_, list: string, path: string) =>
              `import{${EXPORTED}}from"${path}${to}";var {${pairs(list).map(([exported, local]) => `${exported}:${local}`)}}=${EXPORTED};`,
          )
          // the lists of files to fetch beforehand
          .replaceAll(from, to);
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.html'))
          file.source = String(file.source).replace(new RegExp(`\\s*<link rel="modulepreload"[^>]*${from}">`), '');
      delete bundle[helpers.fileName];
    },
  },
});

/** The names before and after `as` in a list of imports or exports. */
const pairs = (list: string): readonly (readonly [string, string])[] =>
  list.split(',').map((one) => {
    const [before, after = before] = one.trim().split(/\s+as\s+/);
    return [before, after];
  });
