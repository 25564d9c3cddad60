import { type Plugin, runnerImport } from 'vite';
import { figuresKnown } from './knownFigures.ts';
import { untold } from './untold.ts';

/** A module that hands its functions on to the whole one once `fetchFigures` has it. */
const handsOn = (...functions: readonly string[]): string =>
  [
    `import { whole } from './fetchFigures.ts';`,
    ...functions.map((name) => `export const ${name} = (...given) => whole.${name}(...given);`),
  ].join('\n');

/** The modules that pages and frames begin without, by path, and what takes their place until they are fetched. */
const ofAll: Readonly<Record<string, string>> = {
  'cells/more.ts': `import { ops } from '../ops/ops.ts';
export const more = [];
export const fetchMore = async () => {
  const [{ more }, { rare }] = await Promise.all([import('./more.ts?whole'), import('../ops/rare.ts?whole')]);
  Object.assign(ops, rare);
  return more;
};`,
  'ops/rare.ts': 'export const rare = {};',
};

/** Those that a frame begins without besides. */
const ofFrame: Readonly<Record<string, string>> = {
  'cells/main.ts': `import { lstm } from './lstm.ts';
export const main = [lstm];
export const fetchMain = async () => (await import('./main.ts?whole')).main;`,
  'cells/told.ts': `import { main } from './main.ts?whole';
import { more } from './more.ts?whole';
const all = [...main, ...more];
export const told = (declaration) => all.find(({ id }) => id === declaration.id) ?? declaration;`,
  'figure/foundRoutes.ts': handsOn('foundRoutes'),
  'figure/foundSpacing.ts': handsOn('foundSpacing'),
  'figure/change.ts': handsOn('areRelated', 'ghostShapes', 'isNewWire', 'noveltyOf'),
  'figure/peephole.ts': `import { whole } from './fetchFigures.ts';
export const peepholesOf = (...given) => whole.peepholesOf?.(...given) ?? [];
export const peepholeShape = (...given) => whole.peepholeShape(...given);`,
  'presets/index.ts': `import { HOME } from './ids.ts';
import { inputsIn } from './written.ts';
export const inputsOf = async (id) => {
  if (!/^[a-z\\d-]+$/.test(id)) return;
  const answer = await fetch('./presets/' + id + '.json');
  if (answer.status === 404) return;
  const text = await answer.text();
  // a host may answer every path with a page
  if (!answer.ok || text[0] === '{') return inputsIn(JSON.parse(text), id);
};
export const home = { presets: inputsOf, home: HOME.id, t: HOME.t };`,
  'text/rareFaces.ts': 'export const rareFaces = new Map();',
  'figure/fetchFigures.ts': `import { rareFaces } from '../text/rareFaces.ts';
export const whole = {};
export const fetchFigures = async () => {
  const [text, ...figures] = await Promise.all([
    import('../text/rareFaces.ts?whole'),
    import('./foundRoutes.ts?whole'),
    import('./foundSpacing.ts?whole'),
    import('./change.ts?whole'),
    import('./peephole.ts?whole'),
  ]);
  Object.assign(whole, ...figures);
  for (const [one, face] of text.rareFaces) rareFaces.set(one, face);
};`,
};

const inPlaceOf = (modules: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.entries(modules).find(([path]) => id.endsWith(`/src/${path}`))?.[1];

/** The modules that a frame begins with, as cells and rare operations import them. */
const atHand: readonly string[] = ['./lstm.ts', './exp.ts', './op.ts'];

/** The beginning of the names of the modules that are a cell of their own, which end with its id. */
const OWN_CELL = 'gatescope/cell-';

const cellsKnown = async () =>
  (await runnerImport<typeof import('./ownCells.ts')>('./scripts/ownCells.ts')).module.ownCells;

/** The module that fetches a cell by its id. */
async function fetchOwn(): Promise<string> {
  const ids = Object.keys(await cellsKnown()).filter((id) => id !== 'lstm');
  const files = ids.map((id) => `${id}: () => import('${OWN_CELL}${id}')`);
  return `import { ops } from '/src/ops/ops.ts';
import { whole } from '/src/figure/fetchFigures.ts';
import { knownRoutes } from '/src/figure/knownRoutes.ts';
import { knownSpacings } from '/src/figure/knownSpacings.ts';
const files = { ${files.join(', ')} };
export const fetchOwn = async (id) => {
  if (!Object.hasOwn(files, id)) return;
  const { own, rare, routes, spacings, figures } = await files[id]();
  Object.assign(ops, rare);
  Object.assign(whole, figures);
  Object.assign(knownRoutes, routes);
  Object.assign(knownSpacings, spacings);
  return own;
};`;
}

/** A module with one cell, its rare operations, all of its pictures and what draws its peepholes. */
async function ownCell(id: string): Promise<string> {
  const { module, name, rare, peepholes } = (await cellsKnown())[id];
  const { routes, spacings } = (await figuresKnown()).allFigures(id);
  return `import { ${rare.join(', ')} } from '/src/ops/rare.ts?of=${id}';
export const rare = { ${rare.join(', ')} };
export const routes = ${JSON.stringify(routes)};
export const spacings = ${JSON.stringify(spacings)};
export { ${name} as own } from '/src/${module}?of=${id}';
${peepholes ? `import { peepholeShape, peepholesOf } from '/src/figure/peephole.ts?of=${id}';` : ''}
export const figures = {${peepholes ? ' peepholeShape, peepholesOf ' : ''}};`;
}

/** Lets pages and frames begin without the cells under More, which are fetched before a reader can choose one. */
export const moreOnDemand: Plugin = {
  name: 'more-on-demand',
  apply: (_, { command, mode }) => command === 'build' && (mode === 'production' || mode === 'frame'),
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/(cells\/more|ops\/rare)\.ts$/ },
    order: 'pre',
    handler: (_, id) => ({ code: inPlaceOf(ofAll, id) ?? '', map: null }),
  },
};

/**
 * Lets a frame begin with one cell and the pictures that are known: another cell is fetched for a link that names it, with its
 * pictures, every cell before a reader can choose one, and what it takes to draw any cell before the first change. The inputs
 * of a preset are data that it fetches (`presetFiles.ts`), because code would be many times as large.
 */
export const onDemand: Plugin = {
  name: 'on-demand',
  apply: (_, { command, mode }) => command === 'build' && mode === 'frame',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    handler(source, importer) {
      if (source.startsWith(OWN_CELL)) return source;
      // a file of one cell contains what this one is made of, unless the frame begins with it
      const [, folder, query] = importer?.match(/\/(cells|ops)\/\w+\.ts(\?of=\w+|\?whole)$/) ?? [];
      if (!query || !/^\.\/\w+\.ts$/.test(source)) return null;
      if (query === '?whole' ? folder === 'ops' : atHand.includes(source)) return null;
      return this.resolve(source + query, importer, { skipSelf: true });
    },
  },
  load: {
    filter: { id: new RegExp(`^${OWN_CELL}`) },
    handler: async (id) => ({ code: await ownCell(id.slice(OWN_CELL.length)), map: null }),
  },
  transform: {
    filter: { id: /\/src\/(cells|figure|presets|text)\/\w+\.ts(\?of=\w+)?$/ },
    order: 'pre',
    async handler(given, id) {
      if (id.endsWith('/src/cells/own.ts')) return { code: await fetchOwn(), map: null };
      const code = inPlaceOf(ofFrame, id);
      if (code !== undefined) return { code, map: null };
      if (!id.includes('/src/cells/')) return null;
      return { code: untold(given), map: null };
    },
  },
};
