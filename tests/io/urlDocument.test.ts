import { expect, test } from 'vitest';
import { mainCells } from '../../src/cells/index.ts';
import { fittingInterventions } from '../../src/io/fittingInterventions.ts';
import { opened } from '../../src/io/opening.ts';
import { entriesIn } from '../../src/io/query.ts';
import { urlDocument } from '../../src/io/urlDocument.ts';
import { urlMeanings } from '../../src/io/urlMeanings.ts';
import { keyNames } from '../../src/io/urlTable.ts';
import { presets } from '../../src/presets/handSet.ts';
import { home as page } from '../../src/presets/index.ts';
import { catalogue } from '../../src/presets/trained/catalogue.ts';

const home = { ...page, interventions: fittingInterventions };

const written = urlDocument({ presets, tasks: catalogue, cells: mainCells.map(({ id }) => id) });

test.each([...written.matchAll(/^\| `([\w-]+)` \| [^|]* \|$/gm)].map(([, id]) => id))(
  'the document names %s, which a link opens',
  async (id) => {
    const task = catalogue.some((one) => one.id === id);
    for (const cell of task ? mainCells : [{ id }])
      expect((await opened(`preset=${task ? `trained-${id}-` : ''}${cell.id}`, home)).notices).toEqual([]);
  },
);

test('docs/url.md says what the table of keys says', async () => {
  await expect(written).toMatchFileSnapshot('../../docs/url.md');
});

test('every example link of the document opens without a notice', async () => {
  const links = [...written.matchAll(/^\| `[^`#]*#([^`]+)`/gm)].map(([, hash]) => hash);
  expect(links.length).toBeGreaterThan(4);
  for (const hash of links) expect((await opened(hash, home)).notices, hash).toEqual([]);
});

test.each(keyNames)('the example of the key %s is read', async (name) => {
  const { example } = urlMeanings[name];
  expect([...entriesIn(example).keys()]).toEqual([name]);
  const needed: Partial<Record<typeof name, string>> = {
    columns: '&rows=0,1',
    scaling: '&rows=0,1',
    labels: '&rows=112;118',
    vocabulary: '&text=ab',
    other: '&text=abc',
    trained: '&weights=b_f:1,1,1,1',
    outputs: '&head=W:1,0,0,-1,0,1,0,0;b:0,1',
    head: '&outputs=yes',
  };
  const { notices } = await opened(`v=1&${example}${needed[name] ?? ''}`, home);
  expect(notices).toEqual([]);
});
