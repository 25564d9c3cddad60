import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import type { Change } from '../../src/engine/intervention/intervention.ts';
import { interventions } from '../../src/io/interventions.ts';
import { interventionsText, interventionText } from '../../src/io/interventionText.ts';
import { linkOf } from '../../src/io/link.ts';
import type { Pin } from '../../src/io/moment.ts';
import { opened } from '../../src/io/opening.ts';
import { home } from '../../src/presets/index.ts';

const read = (text: string): readonly Pin[] => v.parse(interventions, text);
const always = { to: null, units: null, from: 1, until: null };

test.each<[string, Pin]>([
  ['f=1@5..', { ...always, key: 'f', from: 5, change: { kind: 'hold', value: 1 } }],
  ['f=-0.25', { ...always, key: 'f', change: { kind: 'hold', value: -0.25 } }],
  ['C:1,3*0.5@4..8', { ...always, key: 'C', units: [0, 2], from: 4, until: 8, change: { kind: 'scale', factor: 0.5 } }],
  ['prev.h/o=cut@2', { ...always, key: 'prev.h', to: 'o', from: 2, until: 2, change: { kind: 'cut' } }],
  ['f~0.1:7@1..3', { ...always, key: 'f', until: 3, change: { kind: 'noise', size: 0.1, seed: 7 } }],
  ['C=other@16', { ...always, key: 'C', from: 16, until: 16, change: { kind: 'borrow', from: 'other' } }],
  ['C=@3@16', { ...always, key: 'C', from: 16, until: 16, change: { kind: 'borrow', from: 'timestep', at: 3 } }],
  ['C=mean', { ...always, key: 'C', change: { kind: 'borrow', from: 'mean' } }],
  ['!f=1@5..', { ...always, key: 'f', from: 5, change: { kind: 'hold', value: 1 }, off: true }],
  ['h=0.5@0', { ...always, key: 'h', from: 0, until: 0, change: { kind: 'hold', value: 0.5 } }],
])('%s is read as it is meant', (text, meant) => expect(read(text)).toEqual([meant]));

const real = fc.double({ min: -1e100, max: 1e100, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('hold' as const), value: real }),
  fc.record({ kind: fc.constant('scale' as const), factor: real }),
  fc.constant({ kind: 'cut' as const }),
  fc.record({ kind: fc.constant('noise' as const), size: fc.double({ min: 0, max: 9, noNaN: true }), seed: fc.nat() }),
  fc.record({ kind: fc.constant('borrow' as const), from: fc.constantFrom('other' as const, 'mean' as const) }),
  fc.record({ kind: fc.constant('borrow' as const), from: fc.constant('timestep' as const), at: fc.nat(9) }),
);
const one: fc.Arbitrary<Pin> = fc.record(
  {
    key: fc.constantFrom('f', 'x', 'prev.C', 'candidate'),
    to: fc.constantFrom(null, 'o'),
    units: fc.constantFrom(null, [0], [2, 511]),
    from: fc.nat(50),
    until: fc.constantFrom(null, 50, 10_000),
    change,
    off: fc.constant(true as const),
  },
  { noNullPrototype: true, requiredKeys: ['key', 'to', 'units', 'from', 'until', 'change'] },
);

describe('an intervention that is written', () => {
  it('is read again as the same, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (list) => {
        expect(read(interventionsText(list))).toEqual(list);
      }),
    );
  });
});

test.each([
  'f',
  'f=',
  'f=1@',
  'f=1@-3',
  'f=1e999',
  'f=one',
  'f=1:2',
  'f*0.5:2',
  '=1',
  '!',
  '!!f=1',
  'f=1@2..3..4',
  'f:0=1',
  'f:,=1',
  '<b>=1',
  'f=1@99999',
  new Array(70).fill('f=1').join(';'),
])('%s is refused', (text) => expect(v.safeParse(interventions, text).success).toBe(false));

describe('a link with interventions', () => {
  it('opens them beside a preset, and is written the same again', async () => {
    const hash = 'v=1&preset=count-anbn&interventions=f=1@2..;!prev.h/o=cut@1..';
    const { moment, notices } = await opened(hash, home);
    expect(notices).toEqual([]);
    expect(moment.inputs.interventions?.map(interventionText)).toEqual(['f=1@2..', '!prev.h/o=cut@1..']);
    const link = await linkOf(moment);
    expect(link).toEqual({ ok: true, hash: expect.stringContaining('interventions=f=1@2..;!prev.h/o=cut@1..') });
  });
  it('leaves out what does not fit the cell or the sequence, and says so', async () => {
    const { moment, notices } = await opened('v=1&cell=gru&text=abc&interventions=f=1;z=1@3;z=0@9', home);
    expect(moment.inputs.interventions?.map(interventionText)).toEqual(['z=1@3']);
    expect(notices).toEqual([
      expect.stringMatching(/^“interventions”: GRU has no “f” to change; it has x, .*; it was left out\.$/),
      '“interventions”: z cannot change at timesteps 9 to 9; they go from 1 to 3; it was left out.',
    ]);
  });
});
