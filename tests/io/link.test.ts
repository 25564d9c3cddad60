import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { besideInputs } from '../../src/io/beside.ts';
import { chosenCell } from '../../src/io/cellChoice.ts';
import { MAX_LINK, MAX_UNPACKED } from '../../src/io/limits.ts';
import { linkOf } from '../../src/io/link.ts';
import { migrated } from '../../src/io/migrations.ts';
import { type Moment, parts } from '../../src/io/moment.ts';
import { openedBesideNow } from '../../src/io/openedBeside.ts';
import { opened, openedNow } from '../../src/io/opening.ts';
import { packed, unpacked } from '../../src/io/packing.ts';
import { entriesIn, listIn, listText, queryOf } from '../../src/io/query.ts';
import { headIn, learnedIn, presetIn, seededWeights } from '../../src/io/weights.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { cases } from '../setup/cases.ts';
import { moments } from './arbitraries.ts';
import oldLinks from './oldLinks.json';

const hashOf = async (moment: Moment, as?: 'frame'): Promise<string> => {
  const link = await linkOf(moment, as);
  if (!link.ok) throw new Error(link.message);
  return link.hash;
};
const { moment: firstVisit } = await opened('', home);

describe('a link', () => {
  test('opens as the very same moment, every float bit for bit', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const { moment: back, notices } = await opened(await hashOf(moment), home);
        expect(notices).toEqual([]);
        expect(back).toStrictEqual(moment);
      }),
      { numRuns: cases(150) },
    );
  });

  test('opens at once as it does in its time, unless something of it must be fetched', async () => {
    const outcomes = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const hash = await hashOf(moment);
        const now = openedNow(hash, openedBesideNow);
        outcomes.add(now !== null);
        expect(now !== null).toBe(!/(^|[&=,]|%26)(z|preset|interventions)=/.test(hash));
        if (now) expect(now).toStrictEqual(await opened(hash, home));
      }),
      { numRuns: cases(200) },
    );
    expect(outcomes.size).toBe(2);
  });

  test('survives what an address bar does to it', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const hash = new URL(`https://example.org/a/#${await hashOf(moment)}`).hash;
        expect((await opened(hash, home)).moment).toStrictEqual(moment);
      }),
      { numRuns: cases(100) },
    );
  });

  test('never makes the page fail, whatever it holds', async () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              'v',
              'z',
              'cell',
              'options',
              'units',
              'text',
              'rows',
              'columns',
              'weights',
              'initial',
              't',
              'preset',
              'parts',
              '__proto__',
              'constructor',
            ),
            fc.string(),
          ),
        )
        .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&')),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (hash) => {
        const { moment } = await opened(hash, home);
        const again = await opened(await hashOf(moment), home);
        expect(again.moment).toStrictEqual(moment);
      }),
      { numRuns: cases(250) },
    );
  });

  test('of the first visit is short, and shows the home preset', async () => {
    expect(presetIn(firstVisit.inputs)).toBe(home.home);
    expect(await hashOf(firstVisit)).toBe(`v=1&preset=${home.home}&t=14`);
    for (const keys of ['theme=dark', `v=1&preset=${home.home}`, 'signal=f'])
      expect((await opened(keys, home)).moment.cursor.t, keys).toBe(1);
  });

  test('keeps a short text readable and packs a long one', async () => {
    const base = firstVisit;
    const withText = (text: string): Moment => ({
      ...base,
      cursor: { ...base.cursor, t: 1 },
      inputs: {
        ...base.inputs,
        weights: seededWeights(),
        sequence: { kind: 'text', text, unit: 'words', vocabulary: null },
      },
    });
    expect(await hashOf(withText('to be, or not'))).toBe('v=1&cell=lstm&text=to+be,+or+not&tokens=words');
    const long = withText('to be, or not to be. '.repeat(40));
    const hash = await hashOf(long);
    expect(hash).toMatch(/^v=1&cell=lstm&tokens=words&z=[\w-]+$/);
    expect((await opened(hash, home)).moment).toStrictEqual(long);
  });

  test('for a frame lists the parts that are shown', async () => {
    const base = firstVisit;
    const moment = {
      ...base,
      view: { ...base.view, hidden: parts.filter((part) => part !== 'diagram' && part !== 'transport') },
    };
    const hash = await hashOf(moment, 'frame');
    expect(hash).toBe(`v=1&preset=${home.home}&t=14&parts=diagram,transport`);
    expect((await opened(hash, home)).moment).toStrictEqual(moment);
  });

  test('that would be too long is refused with advice', async () => {
    const base = firstVisit;
    const rows = Array.from({ length: 10_000 }, (_, k) => [Math.sin(k * k)]);
    const sequence = { kind: 'numbers', columns: ['x'], rows, scaling: 'none' } as const;
    const link = await linkOf({ ...base, inputs: { ...base.inputs, weights: seededWeights(), sequence } });
    expect(link).toEqual({ ok: false, message: expect.stringMatching(/at most 8,192\. Save the view as a file/) });
  });
});

/** Links of version 1 as they were published. They must open like this for ever: never edit one, only add. */
const published = [
  {
    hash: 'v=1&preset=count-anbn&t=6&done=3&signal=prev.C&unit=1&zoom=unit&theme=dark',
    expected: {
      inputs: { cell: 'lstm', weights: { preset: { id: 'count-anbn' } }, sequence: { text: 'aaaaaabbbbbb' } },
      cursor: { t: 6, position: 3 },
      selection: { signal: 'prev.C', unit: 1 },
      view: { zoom: 'unit', theme: 'dark' },
    },
  },
  {
    hash: 'v=1&cell=peephole&options=peepF:off,peepO:on,peepWeights:full&units=2&seed=42&gain=3&forgetBias=0&text=na%C3%AFve+a%26n&vocabulary=n,a,%C3%AF,v,e,+,%26&z=K0_NTM8oKbYNjU-zMtAz1NE10DMy1TFM1TU2MNAx0DM2QAUm1knx-Va6BjqmAA',
    expected: {
      inputs: {
        cell: 'peephole',
        options: { peepF: false, peepO: true, peepWeights: 'full' },
        H: 2,
        sequence: { text: 'naïve a&n', vocabulary: ['n', 'a', 'ï', 'v', 'e', ' ', '&'] },
        weights: {
          initialisation: { seed: 42, gain: 3, forgetBias: 0 },
          values: { U_f: Float64Array.of(0.1, -0.25, 1e-300, 0.1 + 0.2), b_o: Float64Array.of(-0, 5) },
        },
      },
    },
  },
  {
    hash: 'v=1&cell=gru&columns=sine,cosine&rows=0,1;0.5,-0;1e-7,-1&scaling=range&initial=h:1,0,0,-1&hide=input,parameters&step=operation&chain=folded&speed=0.5',
    expected: {
      inputs: {
        cell: 'gru',
        sequence: {
          kind: 'numbers',
          columns: ['sine', 'cosine'],
          rows: [
            [0, 1],
            [0.5, -0],
            [1e-7, -1],
          ],
          scaling: 'range',
        },
        initial: { h: Float64Array.of(1, 0, 0, -1) },
      },
      view: { hidden: ['input', 'parameters'], granularity: 'operation', chain: 'folded', speed: 0.5 },
    },
  },
] as const;

test.each(published)('the published link $hash opens for ever', async ({ hash, expected }) => {
  const { moment, notices } = await opened(hash, home);
  expect(notices).toEqual([]);
  expect(moment).toMatchObject(expected);
});

test.each(oldLinks)('$name, written when weights were seven fields, opens to the same numbers', async (old) => {
  const { moment, notices } = await opened(old.hash, home);
  const { tape, predictions, cell } = createDerive()(moment.inputs);
  expect(notices).toHaveLength(old.leftOut);
  expect([...tape.values(cell.output, tape.length)]).toEqual(old.h);
  expect(predictions ? [...predictions.y.subarray(-predictions.head.outputs.length)] : null).toEqual(old.y);
  expect([presetIn(moment.inputs), learnedIn(moment.inputs)]).toEqual([old.preset, old.trained]);
});

describe('the moment that a link names', () => {
  const at = async (keys: string): Promise<readonly [number, string, readonly string[]]> => {
    const { moment, notices } = await opened(`cell=gru&text=hello&${keys}`, home);
    const cell = chosenCell(moment.inputs);
    return [moment.cursor.position, cell.signals[moment.cursor.position - 1].info.stage, notices];
  };

  test('is the end of a stage by its id', async () => {
    const [position, stage, notices] = await at('stage=candidate');
    expect([stage, notices]).toEqual(['candidate', []]);
    expect((await at(`done=${position + 1}`))[1]).not.toBe('candidate');
  });

  test('is whole where the cell has no such stage, and the notice names those it has', async () => {
    const [position, , notices] = await at('stage=forget');
    expect(position).toBe((await at(''))[0]);
    expect(notices).toEqual([
      '“stage” is “forget”, which the cell GRU does not have; it has reset, candidate, update.',
    ]);
  });

  test('has a unit within its cell, and says where there is none', async () => {
    const unit = async (keys: string) => {
      const { moment, notices } = await opened(`cell=lstm&units=4&text=hello+world&${keys}`, home);
      return [moment.selection.unit, notices.length];
    };
    expect(await unit('unit=3')).toEqual([3, 0]);
    expect(await unit('unit=7')).toEqual([3, 1]);
    // eight tokens
    expect(await unit('signal=x&unit=7')).toEqual([7, 0]);
  });

  test('neither moves nor listens to keys where it says so', async () => {
    const view = async (keys: string) => (await opened(keys, home)).moment.view;
    expect(await view('motion=off&hotkeys=off')).toMatchObject({ motion: 'off', hotkeys: false });
    expect(await view('')).toMatchObject({ motion: 'auto', hotkeys: true });
  });

  test('takes what people write for on and off', async () => {
    const view = async (keys: string) => (await opened(keys, home)).moment.view;
    expect(await view('guess=1&hotkeys=0')).toMatchObject({ guess: true, hotkeys: false });
    expect(await view('guess=true&hotkeys=false')).toMatchObject({ guess: true, hotkeys: false });
    const { notices } = await opened('guess=yes', home);
    expect(notices).toEqual(['“guess” is not one of on, off; it was left out.']);
  });
});

describe('a faulty link', () => {
  test.each([
    ['v=1&cell=gru&colour=red', '“colour” is not a key of a link; it was left out.'],
    ['v=1&cell=qrnn', /^“cell” is not one of rnn, lstm, /],
    ['v=1&units=1000', '“units” is not a whole number from 1 to 64; it was left out.'],
    ['v=1&units=4e0', '“units” is not a whole number from 1 to 64; it was left out.'],
    ['v=1&gain=NaN', /“gain” .*; it was left out\./],
    ['v=1&options=peepF:maybe', '“options” names an option or a value that no cell has; it was left out.'],
    ['v=1&rows=1,2;3', '“rows” has rows of different lengths; it was left out.'],
    ['v=1&rows=1;Infinity', /“rows” is not a number from/],
    ['v=1&weights=__proto__:1', '“weights” holds a name that no cell has; it was left out.'],
    ['v=1&cell=lstm&weights=b_f:1,2', '“weights”: b_f has 2 values, but this cell needs 4; it was left out.'],
    ['v=1&trained=anbn', '“trained” is no task with its level, as in remember-first:20; it was left out.'],
    ['v=1&weights=b_f:1,1,1,1&trained=a_b:3', '“trained” names no possible task; it was left out.'],
    ['v=1&weights=b_f:1,1,1,1&trained=anbn:99999', '“trained” has a level that is too high; it was left out.'],
    [
      'v=1&cell=gru&trained=anbn:9',
      '“trained” says what weights were trained on, but the link gives no weights; it was left out.',
    ],
    ['v=1&text=abc&vocabulary=a,b', /“text”: Token 3 is “c”, but this vocabulary knows only “a”, “b”/],
    ['v=1&text=', /“text”: The text is empty\./],
    ['v=1&text=abc&t=9', '“t” is 9, but the sequence has 3 timesteps; 3 is shown.'],
    ['v=1&cell=gru&signal=C', '“signal” is “C”, which the cell GRU does not have; it was left out.'],
    ['v=1&preset=nothing', 'There is no preset “nothing”; the link shows the rest.'],
    ['v=1&z=AAAA', /“z” is broken or too large/],
    ['v=1&parts=diagram,menu', /“parts” names “menu”/],
    ['v=1&cell=gru&beside=preset=nothing', /^“beside” names the preset “nothing”, which is not there/],
    ['v=1&cell=gru&beside=t=3', '“beside” holds “t”; it was left out.'],
    ['v=1&cell=gru&beside=units=1000', /^Beside: “units” is not a whole number from 1 to 64/],
    ['v=1&cell=gru&beside=cell=rnn,cell=lstm,cell=gru', '“beside” names 3 runs; 2 are shown.'],
    ['v=9&cell=gru', 'This link has version 9; this page knows versions up to 1. What it understands is shown.'],
    ['v=one&cell=gru', '“v” is “one”, which is not a version; it was read as version 1.'],
    [`v=1&text=${'a'.repeat(MAX_LINK)}`, /has 8201 characters; 8192 is the most/],
  ])('%s opens with a notice', async (hash, notice) => {
    const { moment, notices } = await opened(hash, home);
    expect(notices).toEqual([typeof notice === 'string' ? notice : expect.stringMatching(notice)]);
    expect(registry.some((d) => d.id === moment.inputs.cell)).toBe(true);
    const now = openedNow(hash, openedBesideNow);
    if (now) expect(now.notices).toEqual(notices);
  });

  test('shows the diagram where no part that it names is known', async () => {
    const { moment, notices } = await opened('v=1&parts=menu', home);
    expect(parts.filter((part) => !moment.view.hidden.includes(part))).toEqual(['diagram']);
    expect(notices).toHaveLength(1);
  });

  test('says nothing of training where a sequence of another size leaves out trained weights', async () => {
    const { inputs } = (await opened('v=1&cell=lstm&units=1&weights=W_f:1,2,3&trained=anbn:3&text=abc', home)).moment;
    expect(learnedIn(inputs)).toEqual({ task: 'anbn', level: 3 });
    const sequence = { kind: 'text', text: 'ab', unit: 'characters', vocabulary: null } as const;
    const link = await linkOf({ ...(await opened('v=1&text=ab', home)).moment, inputs: { ...inputs, sequence } });
    expect(link.ok && link.hash).not.toContain('trained');
    expect((await opened(link.ok ? link.hash : '', home)).notices).toEqual([]);
  });

  test('says of the weights of a preset what they were trained on, and of no others', async () => {
    const trainedIn = async (keys: string) =>
      learnedIn((await opened(`v=1&preset=${home.home}${keys}`, home)).moment.inputs);
    const trained = await trainedIn('');
    expect(trained).toEqual({ task: 'anbn', level: 20 });
    expect(await trainedIn('&text=ab')).toEqual(trained);
    for (const keys of ['&cell=gru', '&units=3', '&weights=b_f:1,1,1,1', '&text=hello', '&text=hello&trained=anbn:3'])
      expect(await trainedIn(keys)).toBeNull();
  });

  test('of a newer version shows what it understands', async () => {
    expect((await opened('v=9&cell=gru&text=ab', home)).moment.inputs).toMatchObject({
      cell: 'gru',
      sequence: { text: 'ab' },
    });
  });

  test('cannot unpack more than the limit, however small it is', async () => {
    const bomb = await packed('a'.repeat(MAX_UNPACKED * 50));
    expect(bomb.length).toBeLessThan(MAX_LINK);
    expect(await unpacked(bomb)).toBeNull();
    const { notices } = await opened(`v=1&z=${bomb}`, home);
    expect(notices).toEqual([expect.stringMatching(/“z” is broken or too large/)]);
  });
});

describe('a preset that has to be fetched', () => {
  const later = {
    home: 'count-anbn',
    presets: (id: string) => {
      if (id === 'far') return Promise.reject(new Error('offline'));
      return Promise.resolve(id === 'rhythm' || id === 'count-anbn' ? home.presets(id) : undefined);
    },
  };

  test('opens like one that is there, also beside something compressed', async () => {
    for (const keys of ['preset=rhythm&t=5', `preset=rhythm&t=5&z=${await packed('signal=prev.C')}`])
      expect(await opened(`v=1&${keys}`, later)).toEqual(await opened(`v=1&${keys}`, home));
    expect(presetIn((await opened('', later)).moment.inputs)).toBe('count-anbn');
  });

  test('and does not come, or is none, leaves the rest and says so', async () => {
    expect((await opened('v=1&preset=far&cell=gru&text=ab', later)).notices).toEqual([
      'The preset “far” could not be fetched; the link shows the rest. Check its name, or reload the page to try again.',
    ]);
    expect((await opened('v=1&preset=no&cell=gru&text=ab', later)).notices).toEqual([
      'There is no preset “no”; the link shows the rest.',
    ]);
  });
});

describe('the pieces of the codec', () => {
  test('a query gives its entries back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,8}$/),
          fc.string({ unit: 'grapheme' }).filter((s) => !/\p{Surrogate}/u.test(s)),
        ),
        (record) => {
          const entries = new Map(Object.entries(record));
          expect(entriesIn(queryOf(entries))).toEqual(entries);
        },
      ),
    );
  });

  test('of entries with the same name the first counts, as in URLSearchParams', () => {
    const hash = 'cell=gru&units=3&cell=rnn&units=&units=5';
    const standard = new URLSearchParams(hash);
    expect(Object.fromEntries(entriesIn(`#${hash}`))).toEqual({
      cell: standard.get('cell'),
      units: standard.get('units'),
    });
  });

  test('a list gives its items back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (items) => {
        expect(listIn(listText(items))).toEqual(items);
      }),
    );
  });

  test('packing gives the text back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }).filter((s) => !/\p{Surrogate}/u.test(s)),
        async (text) => {
          expect(await unpacked(await packed(text))).toBe(text);
        },
      ),
    );
  });

  test('entries of an old version go through every step up to the current one', () => {
    const steps = {
      1: (entries: ReadonlyMap<string, string>) => new Map([...entries, ['two', `${entries.get('one')}!`]]),
      2: (entries: ReadonlyMap<string, string>) => new Map([['three', `${entries.get('two')}?`]]),
    };
    expect(migrated(new Map([['one', 'x']]), 1, steps, 3)).toEqual(new Map([['three', 'x!?']]));
    expect(migrated(new Map([['two', 'y']]), 2, steps, 3)).toEqual(new Map([['three', 'y?']]));
  });

  test('a link from when the ablations began with NIG still means it, and the vanilla LSTM is named', async () => {
    const cellOfLink = async (hash: string): Promise<unknown> => {
      const { moment } = await opened(hash, home);
      return createDerive()(moment.inputs).cell.options.ablation;
    };
    expect(await cellOfLink('v=1&cell=greff&text=ab')).toBe('NIG');
    expect(await cellOfLink('v=1&cell=greff&options=ablation:NP&text=ab')).toBe('NP');
    const inputs = { ...firstVisit.inputs, weights: seededWeights(), cell: 'greff', options: {} };
    const link = await hashOf({ ...firstVisit, inputs });
    expect(link).toContain('options=ablation:V');
    expect(await cellOfLink(link)).toBe('V');
  });

  test('a run beside the first has the options of the first where it names none, and keeps its outputs', async () => {
    const link = 'v=1&cell=rnn&text=ab&units=1&beside=cell=greff%26seed=2%26outputs=yes%26head=W:1;b:0';
    const { moment, notices } = await opened(link, home);
    expect(notices).toEqual([]);
    const [beside] = (moment.inputs.beside ?? []).map((variation) => besideInputs(moment.inputs, variation));
    expect(createDerive()(beside).cell.options.ablation).toBe('V');
    expect(headIn(beside)?.outputs).toEqual(['yes']);
    expect(await hashOf(moment)).toContain('outputs=yes');
  });

  test('outputs stay where all weights beside them wait for other options', async () => {
    const { moment } = await opened('v=1&cell=rnn&units=1&text=a&weights=b_h:0.5&outputs=yes&head=W:1;b:0', home);
    const { weights } = moment.inputs;
    if (weights.kind !== 'given') throw new Error('The link gives weights.');
    const choice = { cell: 'rnn', options: { bias: false }, H: 1 };
    const link = await hashOf({
      ...moment,
      inputs: { ...moment.inputs, ...choice, weights: { ...weights, home: choice } },
    });
    const again = await opened(link, home);
    expect(again.notices).toEqual([]);
    expect(headIn(again.moment.inputs)?.outputs).toEqual(['yes']);
  });

  test('an option name is of one kind in every cell, and no choice is called on or off', () => {
    const kinds = new Map<string, string>();
    for (const { options } of registry)
      for (const [name, info] of Object.entries(options)) {
        expect(kinds.get(name) ?? info.kind).toBe(info.kind);
        kinds.set(name, info.kind);
        if (info.kind === 'choice')
          expect(Object.keys(info.choices).filter((c) => /^(on|off)$|[:,\\]/.test(c))).toEqual([]);
      }
  });
});
