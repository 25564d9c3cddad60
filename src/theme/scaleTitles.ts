import { decades, type ScaleKind, saturation } from './colour.ts';

/** The name of each colour scale, and how it is read. */
export const scaleTitles: Readonly<Record<ScaleKind, { readonly name: string; readonly note: string }>> = {
  gate: { name: 'Gate', note: '0 is closed, 1 is open' },
  signed: { name: 'Signed value', note: `even from −1 to 1, then logarithmic; beyond ±${saturation} the colour stays` },
  gradient: {
    name: 'Gradient',
    note: `logarithmic, from the largest of this run down; ${decades} powers of ten below it, it looks like 0`,
  },
};

/** The share of a scale's ramp at which a value lies, 0…1. */
export const shareOf = (kind: ScaleKind, position: number): number => (kind === 'gate' ? position : (position + 1) / 2);

/** The sign before a tick beyond which a colour no longer changes: ≤ or ≥. */
export const boundOf = (kind: ScaleKind, v: number): string =>
  kind === 'signed' && Math.abs(v) === saturation ? (v < 0 ? '≤ ' : '≥ ') : '';
