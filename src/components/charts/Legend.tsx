import { displayed } from '../../notation/number.ts';
import { decades, positionOf, type ScaleKind, saturation, tableOf, ticks } from '../../theme/colour.ts';
import './legend.css';

const titles: Readonly<Record<ScaleKind, { readonly name: string; readonly note: string }>> = {
  gate: { name: 'Gate', note: '0 is closed, 1 is open' },
  signed: { name: 'Signed value', note: `beyond ±1 logarithmic, from ±${saturation} on the colour no longer changes` },
  gradient: {
    name: 'Gradient',
    note: `logarithmic, from the largest of this run down; ${decades} powers of ten below it, it looks like 0`,
  },
};

interface LegendProps {
  readonly kind: ScaleKind;
  readonly dark: boolean;
  /** The value of a tick of 1; default 1. */
  readonly unit?: number;
}

/** The key to one colour scale: its ramp, its ticks, and where it saturates. */
export function Legend({ kind, dark, unit = 1 }: LegendProps) {
  const percent = (v: number): number => 100 * (kind === 'gate' ? positionOf(kind, v) : (positionOf(kind, v) + 1) / 2);
  const bounded = (v: number): string => (kind === 'signed' && Math.abs(v) === saturation ? (v < 0 ? '≤ ' : '≥ ') : '');
  return (
    <figure className="legend hint" data-scale={kind}>
      <figcaption>
        <strong>{titles[kind].name}</strong> <span>{titles[kind].note}</span>
      </figcaption>
      <div className="legend-ramp" style={rampOf(kind, dark)} />
      <ol className="legend-ticks">
        {ticks[kind].map((v) => (
          <li key={v} style={{ left: `${percent(v)}%` }}>
            {bounded(v)}
            {Number.isInteger(v * unit) ? displayed(v * unit, 0) : displayed(v * unit)}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** The colours of a scale from its lowest to its highest value, as a background. */
function rampOf(kind: ScaleKind, dark: boolean) {
  const { css, steps } = tableOf(kind, dark);
  const stops = Array.from({ length: 33 }, (_, k) => css[Math.round((k / 32) * (steps - 1))]);
  return { backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` };
}

const ends: Readonly<Record<ScaleKind, readonly [string, string]>> = {
  gate: ['closed', 'open'],
  signed: [`−${saturation}`, String(saturation)],
  gradient: ['negative', 'positive'],
};

/** A colour scale in a word: its ramp between the names of its ends. */
export function Ramp({ kind, dark }: Pick<LegendProps, 'kind' | 'dark'>) {
  const [low, high] = ends[kind];
  return (
    <span className="ramp">
      {low} <span className="legend-ramp" style={rampOf(kind, dark)} /> {high}
    </span>
  );
}
