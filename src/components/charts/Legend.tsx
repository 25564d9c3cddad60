import { memo } from 'react';
import { displayed } from '../../notation/number.ts';
import { positionOf, type ScaleKind, tableOf } from '../../theme/colour.ts';
import { boundOf, scaleTitles, shareOf } from '../../theme/scaleTitles.ts';
import { ticks } from '../../theme/ticks.ts';
import './legend.css';

interface LegendProps {
  readonly kind: ScaleKind;
  readonly dark: boolean;
  /** The value of a tick of 1; default 1. */
  readonly unit?: number;
}

/** The key to one colour scale: its ramp, its ticks, and where it saturates. */
export function Legend({ kind, dark, unit = 1 }: LegendProps) {
  const percent = (v: number): number => 100 * shareOf(kind, positionOf(kind, v));
  return (
    <figure className="legend hint" data-scale={kind}>
      <figcaption>
        <strong>{scaleTitles[kind].name}</strong> <span>{scaleTitles[kind].note}</span>
      </figcaption>
      <div className="legend-ramp" style={rampOf(kind, dark)} />
      <ol className="legend-ticks">
        {ticks[kind].map((v) => (
          <li key={v} style={{ left: `${percent(v)}%` }}>
            {boundOf(kind, v)}
            {Number.isInteger(v * unit) ? displayed(v * unit, 0) : displayed(v * unit)}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** The colours of a scale from its lowest to its highest value, as a background. */
function rampOf(kind: ScaleKind, dark: boolean) {
  const { cssAt, steps } = tableOf(kind, dark);
  const stops = Array.from({ length: 33 }, (_, k) => cssAt(Math.round((k / 32) * (steps - 1))));
  return { backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` };
}

const ends: Readonly<Record<ScaleKind, readonly [string, string]>> = {
  gate: ['closed', 'open'],
  signed: ['negative', 'positive'],
  gradient: ['negative', 'positive'],
};

/** A colour scale in a word: its ramp between the names of its ends, with marks where a scale of values changes. */
export const Ramp = memo(function Ramp({ kind, dark }: Pick<LegendProps, 'kind' | 'dark'>) {
  const [low, high] = ends[kind];
  return (
    <span className="ramp" data-scale={kind}>
      {low}
      <span className="legend-ramp" style={rampOf(kind, dark)}>
        {marks[kind].map((v) => (
          <small key={v} style={{ left: `${100 * shareOf(kind, positionOf(kind, v))}%` }}>
            {displayed(v, 0)}
          </small>
        ))}
      </span>
      {high}
    </span>
  );
});

/** The values marked on a ramp between its ends: 0, and ±1, beyond which values are logarithmic. */
const marks: Readonly<Record<ScaleKind, readonly number[]>> = { gate: [], signed: [-1, 0, 1], gradient: [] };
