import { between, type Rgb, rgbOf } from './lab.ts';

/** The scale of a value: the opening of a gate, a number with a sign, or a gradient relative to the largest one. */
export type ScaleKind = 'gate' | 'signed' | 'gradient';

/** Signed values from 1 to this bound are told apart logarithmically; beyond it the colour saturates. */
export const saturation = 10;
/** The share of each half of the signed ramp that the values up to 1 take. */
export const linearShare = 0.8;

/** So many powers of ten below the largest gradient are told apart; what is smaller looks like 0. */
export const decades = 6;

type Stops = readonly (readonly [position: number, colour: string])[];

// Blue against orange is told apart in every form of dichromacy; in the dark theme zero sinks into the panel.
const stops: Readonly<Record<ScaleKind, { readonly light: Stops; readonly dark: Stops }>> = {
  gate: {
    light: [
      [0, '#edf5ec'],
      [0.2, '#c3e2c8'],
      [0.4, '#86c39b'],
      [0.6, '#45996f'],
      [0.8, '#14724e'],
      [1, '#044a31'],
    ],
    dark: [
      [0, '#26332c'],
      [0.2, '#2b5341'],
      [0.4, '#317a5b'],
      [0.6, '#45a37a'],
      [0.8, '#7ccfa0'],
      [1, '#c9f2d2'],
    ],
  },
  signed: {
    light: [
      [-1, '#14306b'],
      [-0.8, '#1f57a8'],
      [-0.4, '#6398d8'],
      [-0.12, '#c3d7ee'],
      [0, '#f1ede6'],
      [0.12, '#f6d3b0'],
      [0.4, '#e6903f'],
      [0.8, '#b84f10'],
      [1, '#7c2c04'],
    ],
    dark: [
      [-1, '#cfe2ff'],
      [-0.8, '#7db1f8'],
      [-0.4, '#4a7fd0'],
      [-0.12, '#324a78'],
      [0, '#33322f'],
      [0.12, '#6b4522'],
      [0.4, '#bd6a22'],
      [0.8, '#f79a4a'],
      [1, '#ffd9ae'],
    ],
  },
  // Olive against violet: neither looks like a value or a gate. Where hues meet, as in tritanopia, lightness differs.
  gradient: {
    light: [
      [-1, '#364703'],
      [-0.8, '#5c730d'],
      [-0.4, '#8db23d'],
      [-0.12, '#c0d68c'],
      [0, '#f1ede6'],
      [0.12, '#e3c5ef'],
      [0.4, '#b87fdc'],
      [0.8, '#6933a0'],
      [1, '#401271'],
    ],
    dark: [
      [-1, '#ecf08a'],
      [-0.8, '#add559'],
      [-0.4, '#769340'],
      [-0.12, '#374b18'],
      [0, '#33322f'],
      [0.12, '#583956'],
      [0.4, '#885fad'],
      [0.8, '#cb9afd'],
      [1, '#f4dbfd'],
    ],
  },
};

/** Colour of NaN and the infinities, met nowhere on the ramps. */
export const nonFinite = { light: '#c4008f', dark: '#ff4fd0' } as const;

/**
 * A scale in entries: `steps` colours from the lowest to the highest position, then one for non-finite values. A first picture
 * needs few of them, so that each is computed when it is first asked for.
 */
export interface ColourTable {
  readonly kind: ScaleKind;
  readonly dark: boolean;
  readonly steps: number;
  /** The colour of an entry, 0 to `steps`. */
  readonly rgbAt: (entry: number) => Rgb;
  /** The same as a CSS colour. */
  readonly cssAt: (entry: number) => string;
}

/** The place of a finite value on its ramp: 0…1 for gates, −1…1 for others; values beyond the ends saturate. */
export function positionOf(kind: ScaleKind, v: number): number {
  if (kind === 'gate') return Math.min(1, Math.max(0, v));
  const a = Math.abs(v);
  if (kind === 'gradient') return a === 0 ? 0 : Math.sign(v) * Math.min(1, Math.max(0, 1 + Math.log10(a) / decades));
  if (a <= 1) return linearShare * v;
  return Math.sign(v) * (linearShare + (1 - linearShare) * Math.min(1, Math.log10(a) / Math.log10(saturation)));
}

/** The entry of the table that shows `v`: 0…steps − 1, or `steps` for NaN and the infinities. */
export function entryOf(table: ColourTable, v: number): number {
  if (!Number.isFinite(v)) return table.steps;
  const p = positionOf(table.kind, v);
  return Math.round((table.kind === 'gate' ? p : (p + 1) / 2) * (table.steps - 1));
}

function createTable(kind: ScaleKind, dark: boolean, steps: number): ColourTable {
  const theme = dark ? 'dark' : 'light';
  const ramp = stops[kind][theme];
  const colourAt = alongRamp(ramp);
  const [[first]] = ramp;
  const rgbAt = remembered((entry) =>
    entry === steps ? rgbOf(nonFinite[theme]) : colourAt(first + ((1 - first) * entry) / (steps - 1)),
  );
  return { kind, dark, steps, rgbAt, cssAt: remembered((entry) => `rgb(${rgbAt(entry).join(', ')})`) };
}

/** The function of an entry, computed once for each. */
function remembered<T>(of: (entry: number) => T): (entry: number) => T {
  const known: T[] = [];
  return (entry) => {
    known[entry] ??= of(entry);
    return known[entry];
  };
}

/** The colours between the stops, in CIELAB. */
function alongRamp(ramp: Stops): (position: number) => Rgb {
  const parts = ramp.slice(1).map(([end, colour], k) => {
    const [start, before] = ramp[k];
    const at = between(before, colour);
    return { end, colourAt: (position: number): Rgb => at((position - start) / (end - start)) };
  });
  return (position) => (parts.find(({ end }) => position < end) ?? parts[parts.length - 1]).colourAt(position);
}

/** Made when first asked for: a page shows one theme. */
function once(create: () => ColourTable): () => ColourTable {
  let made: ColourTable | null = null;
  return () => {
    made ??= create();
    return made;
  };
}

// An odd number of steps puts zero exactly on the middle entry.
const tables = {
  gate: { light: once(() => createTable('gate', false, 257)), dark: once(() => createTable('gate', true, 257)) },
  signed: { light: once(() => createTable('signed', false, 513)), dark: once(() => createTable('signed', true, 513)) },
  gradient: {
    light: once(() => createTable('gradient', false, 513)),
    dark: once(() => createTable('gradient', true, 513)),
  },
};

/** The look-up table of a scale in one theme; text and pixels both read their colours here. */
export function tableOf(kind: ScaleKind, dark: boolean): ColourTable {
  return tables[kind][dark ? 'dark' : 'light']();
}

/** The CSS colour of a value on its scale. */
export function colourOf(kind: ScaleKind, v: number, dark: boolean): string {
  const table = tableOf(kind, dark);
  return table.cssAt(entryOf(table, v));
}

/** Pale to deep green over [0, 1] (dark to bright in the dark theme). */
export const gateColour = (v: number, dark: boolean): string => colourOf('gate', v, dark);

/** Blue below zero, orange above; linear up to |v| = 1, logarithmic up to 10, saturated beyond. */
export const signedColour = (v: number, dark: boolean): string => colourOf('signed', v, dark);

/** Colour of a gradient relative to the largest: olive below zero, violet above, one shade per power of ten. */
export const gradientColour = (v: number, dark: boolean): string => colourOf('gradient', v, dark);
