import { scaleLinear, scaleLog } from 'd3-scale';
import type { CSSProperties, ReactNode } from 'react';
import { spreadApart } from './spreadApart.ts';
import './lineChart.css';

/** One line through points in the units of the axes. */
export interface ChartLine {
  readonly name: string;
  /** `main` stands out; `beside` is thinner; `past` is what was before; `answer` is a network's; `own` is the reader's; `gap` is a distance between two, without a name of its own; `series-…` are equals; the rest are colours by meaning. */
  readonly tone: 'main' | 'beside' | 'past' | 'gate' | 'answer' | 'own' | 'gap' | `series-${number}`;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The spread of the values behind each point. */
  readonly band?: readonly (readonly [x: number, low: number, high: number])[];
  /** True if each point is a measurement of its own and is drawn as a dot. */
  readonly dots?: boolean;
}

interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly format?: (value: number) => string;
  /** Powers of ten side by side; what is not above the lower end is drawn at it. */
  readonly log?: boolean;
  /** The values that are written at the axis, in place of round ones. */
  readonly ticks?: readonly number[];
}

interface LineChartProps {
  readonly title: ReactNode;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly ChartLine[];
  /** True if the lines are named above the chart; otherwise something else has to name them. Default true. */
  readonly legend?: boolean;
  /** Names the lines where they end, in place of a legend, at least this share of the height apart. */
  readonly ends?: number;
  /** A level to compare with, named on its line. */
  readonly rule?: { readonly value: number; readonly label: string };
  /** A place on the x axis, named above it. */
  readonly mark?: { readonly value: number; readonly label: string } | undefined;
  /** Places on the x axis at which something changed. */
  readonly breaks?: readonly number[];
  /** The content of the chart in a sentence, for readers who cannot see it. */
  readonly summary: string;
  /** Controls that lie over the plot. */
  readonly over?: ReactNode;
}

const WIDTH = 1000;
const HEIGHT = 100;

/** Lines over one axis. The strokes are an SVG stretched to its place; all words are text of the page and keep their size. */
export function LineChart({
  title,
  x,
  y,
  lines,
  legend = true,
  ends,
  rule,
  mark,
  breaks = [],
  summary,
  over,
}: LineChartProps) {
  const across = (x.log ? scaleLog : scaleLinear)(padded(x.domain), [0, WIDTH]).clamp(true);
  const up = (y.log ? scaleLog : scaleLinear)(padded(y.domain), [HEIGHT, 0]).clamp(true);
  const left = (value: number): string => `${across(value) / 10}%`;
  const top = (value: number): string => `${up(value)}%`;
  const xTicks = x.ticks ?? across.ticks(4);
  const yTicks = y.ticks ?? (y.log ? decades(y.domain) : up.ticks(3));
  return (
    <figure
      className="line-chart stack tight hint"
      style={ends === undefined ? undefined : ({ '--ends': roomFor(lines) } as CSSProperties)}
    >
      <figcaption className="phrases">
        <strong>{title}</strong>
        {legend &&
          lines
            .filter(({ points, tone }) => tone !== 'gap' && (ends === undefined || points.length === 1))
            .map(({ name, tone }) => (
              <span key={name} className="line-sample" data-tone={tone}>
                {name}
              </span>
            ))}
      </figcaption>
      <div className="plot">
        <ol className="y-ticks" aria-hidden="true">
          {yTicks.map((value) => (
            <li key={value} style={{ top: top(value) }}>
              {y.format?.(value) ?? value}
            </li>
          ))}
        </ol>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={summary}
          focusable="false"
        >
          {yTicks.map((value) => (
            <line key={value} className="grid" x1={0} x2={WIDTH} y1={up(value)} y2={up(value)} />
          ))}
          {rule && <line className="rule" x1={0} x2={WIDTH} y1={up(rule.value)} y2={up(rule.value)} />}
          {lines.map(
            ({ name, tone, band }) =>
              band && (
                <polygon
                  key={name}
                  data-tone={tone}
                  points={[
                    ...band.map(([at, , high]) => pair(across(at), up(high))),
                    ...band.map(([at, low]) => pair(across(at), up(low))).reverse(),
                  ].join(' ')}
                />
              ),
          )}
          {breaks.map((at) => (
            <line key={at} className="break" x1={across(at)} x2={across(at)} y1={0} y2={HEIGHT} />
          ))}
          {mark && <line className="mark" x1={across(mark.value)} x2={across(mark.value)} y1={0} y2={HEIGHT} />}
          {lines.map(({ name, tone, points }) => (
            <polyline key={name} data-tone={tone} points={points.map((p) => pair(across(p[0]), up(p[1]))).join(' ')} />
          ))}
          {lines
            .filter(({ dots }) => dots)
            .flatMap(({ name, tone, points }) =>
              points.map(([at, value]) => (
                <path key={`${name}${at}`} data-tone={tone} d={`M${pair(across(at), up(value))}h0.01`} />
              )),
            )}
        </svg>
        {mark && (
          <span
            className="mark-label"
            aria-hidden="true"
            data-side={across(mark.value) > WIDTH / 2 ? 'before' : 'after'}
            style={{ left: left(mark.value) }}
          >
            {mark.label}
          </span>
        )}
        {ends !== undefined && <EndNames lines={lines} apart={ends} placeOf={(y) => up(y) / HEIGHT} />}
        {rule && (
          <span className="rule-label" aria-hidden="true" style={{ top: top(rule.value) }}>
            {rule.label}
          </span>
        )}
        {over}
      </div>
      <ol className="x-ticks" aria-hidden="true">
        {xTicks.map((value) => (
          <li key={value} style={{ left: left(value) }}>
            {x.format?.(value) ?? value.toLocaleString('en-GB')}
          </li>
        ))}
        <li className="x-label">{x.label}</li>
      </ol>
    </figure>
  );
}

/** The width of the longest name beside the chart. */
const roomFor = (lines: readonly ChartLine[]): string =>
  `${0.6 * Math.max(...lines.filter(({ points }) => points.length > 1).map(({ name }) => name.length)) + 0.8}em`;

interface EndNamesProps {
  readonly lines: readonly ChartLine[];
  readonly apart: number;
  /** The place of a value from the top, as a share of the height. */
  readonly placeOf: (value: number) => number;
}

/** The name of each line beside its last point, moved where names would overlap. Lines of one point have none. */
function EndNames({ lines, apart, placeOf }: EndNamesProps) {
  const named = lines.filter(({ points }) => points.length > 1);
  const places = spreadApart(
    named.map(({ points }) => placeOf(points[points.length - 1][1])),
    apart,
  );
  return (
    <ul className="end-names" aria-hidden="true">
      {named.map(({ name, tone }, k) => (
        <li key={name} data-tone={tone} style={{ top: `${100 * places[k]}%` }}>
          {name}
        </li>
      ))}
    </ul>
  );
}

const pair = (x: number, y: number): string => `${Math.round(x * 10) / 10},${Math.round(y * 100) / 100}`;

/** A domain of one value is given some room, so that it has a place. */
const padded = ([low, high]: readonly [number, number]): [number, number] =>
  low < high ? [low, high] : [low, low + 1];

/** Powers of ten within a domain: a handful, at equal distances. */
function decades([low, high]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const stride = Math.max(1, Math.ceil((last - first) / 4));
  return Array.from({ length: Math.floor((last - first) / stride) + 1 }, (_, k) => Number(`1e${last - k * stride}`));
}
