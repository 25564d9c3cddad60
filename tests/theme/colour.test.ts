import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  lab,
  parse,
  wcagContrast,
} from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colourOf,
  decades,
  entryOf,
  gateColour,
  gradientColour,
  nonFinite,
  signedColour,
  tableOf,
} from '../../src/theme/colour.ts';
import { ticks } from '../../src/theme/ticks.ts';

const themes = [
  { name: 'light', dark: false, panel: '#fffefb', border: '#45423d' },
  { name: 'dark', dark: true, panel: '#211f1c', border: '#a8a297' },
];
const seen = (css: string) => parse(css) ?? { mode: 'rgb' as const, r: 0, g: 0, b: 0 };
const lightness = (css: string): number => lab(css)?.l ?? Number.NaN;

// ColorBrewer PuOr under full dichromacy, CIEDE2000 between +v and −v, as culori measures it.
const magnitudes = [0.15, 0.3, 0.5, 1];
const floors = [
  { name: 'normal vision', sight: (c: ReturnType<typeof seen>) => c, floor: [19, 33, 44, 44] },
  { name: 'protanopia', sight: filterDeficiencyProt(1), floor: [19, 33, 44, 49] },
  { name: 'deuteranopia', sight: filterDeficiencyDeuter(1), floor: [20, 34, 45, 50] },
  { name: 'tritanopia', sight: filterDeficiencyTrit(1), floor: [19, 25, 29, 27] },
];

/** A gradient with the colour position of the signed value v ≤ 1. */
const alike = (v: number): number => 10 ** (decades * (0.8 * v - 1));

describe.each(themes)('the scales in the $name theme', ({ dark, panel, border }) => {
  it.each(floors)('tell +v from −v at least as well as PuOr in $name', ({ sight, floor }) => {
    magnitudes.forEach((v, k) => {
      const difference = differenceCiede2000()(sight(seen(signedColour(v, dark))), sight(seen(signedColour(-v, dark))));
      expect(difference, `at ±${v}`).toBeGreaterThanOrEqual(floor[k]);
      const gradients = [1, -1].map((sign) => sight(seen(gradientColour(sign * alike(v), dark))));
      const between = differenceCiede2000()(gradients[0], gradients[1]);
      expect(between, `gradients at ±${v}`).toBeGreaterThanOrEqual(floor[k]);
    });
  });

  it('never let a gradient look like a value or a gate', () => {
    const others = [
      ...Array.from({ length: 41 }, (_, k) => gateColour(k / 40, dark)),
      ...Array.from({ length: 81 }, (_, k) => signedColour(k / 20 - 2, dark)),
    ].map(seen);
    for (const sign of [1, -1])
      for (let strength = 0.3; strength <= 1; strength += 0.1) {
        const gradient = seen(gradientColour(sign * 10 ** (decades * (strength - 1)), dark));
        const nearest = Math.min(...others.map((other) => differenceCiede2000()(gradient, other)));
        expect(nearest, `${sign} at ${strength}`).toBeGreaterThan(14);
      }
  });

  it('change lightness in one direction along a gate and away from zero', () => {
    const ramps = [
      Array.from({ length: 41 }, (_, k) => lightness(gateColour(k / 40, dark))),
      ...[1, -1].map((sign) => Array.from({ length: 41 }, (_, k) => lightness(signedColour((sign * k) / 40, dark)))),
      ...[1, -1].map((sign) => Array.from({ length: 10 }, (_, k) => lightness(signedColour(sign * (k + 1), dark)))),
      ...[1, -1].map((sign) =>
        Array.from({ length: 25 }, (_, k) => lightness(gradientColour(sign * 10 ** (decades * (k / 24 - 1)), dark))),
      ),
    ];
    for (const ramp of ramps)
      for (let k = 1; k < ramp.length; k++)
        expect(dark ? ramp[k] - ramp[k - 1] : ramp[k - 1] - ramp[k]).toBeGreaterThan(0);
  });

  it('show each tenth of a gate as a step that can be seen in every form of dichromacy', () => {
    for (const { sight } of floors)
      for (let k = 0; k < 10; k++) {
        const [a, b] = [k, k + 1].map((n) => sight(seen(gateColour(n / 10, dark))));
        expect(differenceCiede2000()(a, b)).toBeGreaterThan(3);
      }
  });

  it('let the loud ends stand out from the panel, and the border where the quiet end does not', () => {
    for (const loud of [
      gateColour(1, dark),
      ...[1, -1, 10].map((v) => signedColour(v, dark)),
      ...[1, -1].map((v) => gradientColour(v, dark)),
    ])
      expect(wcagContrast(loud, panel)).toBeGreaterThanOrEqual(3);
    expect(wcagContrast(border, panel)).toBeGreaterThanOrEqual(3);
    for (const quiet of [gateColour(0, dark), signedColour(0, dark), gradientColour(0, dark)])
      expect(wcagContrast(border, quiet)).toBeGreaterThanOrEqual(3);
  });

  it('make zero recede into the panel', () => {
    expect(wcagContrast(signedColour(0, dark), panel)).toBeLessThan(1.5);
  });

  it('show values that are not finite in a colour that no finite value has', () => {
    for (const kind of ['gate', 'signed', 'gradient'] as const) {
      const { cssAt, steps } = tableOf(kind, dark);
      const css = Array.from({ length: steps }, (_, k) => cssAt(k));
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        const colour = colourOf(kind, bad, dark);
        expect(parse(colour)).toEqual(parse(nonFinite[dark ? 'dark' : 'light']));
        for (const finite of css) expect(differenceCiede2000()(seen(finite), seen(colour))).toBeGreaterThan(15);
      }
    }
  });

  it('give the same colour as text and as bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('gate' as const, 'signed' as const, 'gradient' as const), fc.double(), (kind, v) => {
        const table = tableOf(kind, dark);
        const bytes = table.rgbAt(entryOf(table, v));
        expect(colourOf(kind, v, dark)).toBe(`rgb(${bytes.join(', ')})`);
        expect(bytes).toEqual([...Uint8ClampedArray.from(bytes)]);
      }),
    );
  });
});

describe('the signed scale', () => {
  it('is linear up to 1 over four fifths, logarithmic up to 10, and saturated beyond', () => {
    const table = tableOf('signed', false);
    const half = (table.steps - 1) / 2;
    const place = (v: number): number => (entryOf(table, v) - half) / half;
    const oneEntry = 1 / half;
    for (const [v, expected] of [
      [0, 0],
      [0.25, 0.2],
      [0.5, 0.4],
      [1, 0.8],
      [Math.sqrt(10), 0.9],
      [10, 1],
      [1e300, 1],
      [-0.5, -0.4],
      [-1, -0.8],
      [-Math.sqrt(10), -0.9],
      [-10, -1],
      [-1e9, -1],
    ])
      expect(Math.abs(place(v) - expected)).toBeLessThanOrEqual(oneEntry / 2 + 1e-12);
  });

  it('never orders two values the wrong way round', () => {
    const table = tableOf('signed', true);
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        value,
        value,
        (a, b) => a <= b === entryOf(table, a) <= entryOf(table, b) || a > b === entryOf(table, a) >= entryOf(table, b),
      ),
    );
  });
});

describe('the gradient scale', () => {
  it('has the same distance for every power of ten down to a millionth, which looks like 0', () => {
    const table = tableOf('gradient', false);
    const half = (table.steps - 1) / 2;
    const place = (v: number): number => (entryOf(table, v) - half) / half;
    for (const sign of [1, -1])
      for (let power = 0; power <= 6; power++)
        expect(Math.abs(place(sign * 10 ** -power) - sign * (1 - power / 6))).toBeLessThanOrEqual(0.5 / half + 1e-12);
    for (const v of [0, -0, 1e-7, -1e-300]) expect(place(v)).toBe(0);
    expect([place(2), place(-1e9)]).toEqual([1, -1]);
  });
});

describe('each scale', () => {
  it('is explained by ticks in rising order', () => {
    for (const list of Object.values(ticks)) expect([...list].sort((a, b) => a - b)).toEqual([...list]);
  });
});
