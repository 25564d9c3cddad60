import { type CompressOptions, minify } from 'terser';
import type { Plugin } from 'vite';
import { withShortImports } from './shortImports.ts';

/** No code of a frame calls a function expression with `new` or has a getter with effects. */
const compress: CompressOptions = {
  ...{ passes: 6, ecma: 2020, unsafe_arrows: true, pure_getters: true },
  // what these write is shorter, but compresses less
  ...{ sequences: false, lhs_constants: false },
};

/** The chunks that load before the first picture. The others would take as long to minify, and none waits for them. */
const FIRST = /^(first|instance|address|packing|compactPicture|trained|shared|cell-.+)$/;

/**
 * Writes the imports of a frame short and minifies its first code again, with Terser: it is compressed to one part in a hundred
 * less. The chunk `instance` exports each value under the name it has there, which makes the list of its exports half as long.
 */
export const minifiedTwice: Plugin = {
  name: 'minified-twice',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const file of chunks) file.code = withShortImports(file.code);
      for (const file of chunks.filter(({ name }) => FIRST.test(name))) {
        const { code } = await minify(file.code, { module: true, compress, ecma: 2020 });
        file.code = code ?? file.code;
      }
      const entry = chunks.find(({ name }) => name === 'instance');
      if (!entry) throw new Error('There is no chunk instance');
      const file = entry.fileName.slice(entry.fileName.lastIndexOf('/') + 1).replaceAll('.', '\\.');
      if (chunks.some(({ code }) => new RegExp(`import\\("[^"]*${file}"\\)`).test(code)))
        throw new Error('The chunk instance is imported as a whole, by the names of its exports');
      const own = new Map<string, string>();
      entry.code = entry.code.replace(/\bexport\{([^}]*)\}/g, (_, list: string) => {
        for (const [local, exported] of pairs(list)) own.set(exported, local);
        return `export{${pairs(list)
          .map(([local]) => local)
          .sort()}}`;
      });
      const nameOf = (exported: string): string => {
        const name = own.get(exported);
        if (name === undefined) throw new Error(`The chunk instance has no export “${exported}”`);
        return name;
      };
      for (const chunk of chunks)
        chunk.code = chunk.code.replace(
          new RegExp(`import\\{([^}]*)\\}(from"[^"]*${file}")`, 'g'),
          (_, list: string, from: string) =>
            `import{${pairs(list).map(([exported, local]) => `${nameOf(exported)} as ${local}`)}}${from}`,
        );
    },
  },
};

/** The names before and after `as` in a list of imports or exports. */
const pairs = (list: string): readonly (readonly [string, string])[] =>
  list.split(',').map((one) => {
    const [before, after = before] = one.split(' as ');
    return [before, after];
  });
