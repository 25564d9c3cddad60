import './tokenBars.css';

/** One row of bars, a bar a token, on a scale that `largest` fills. */
export interface BarRow {
  readonly name: string;
  readonly note?: string;
  readonly tone: 'main' | 'beside' | 'gate';
  readonly values: ArrayLike<number>;
  readonly largest: number;
  /** True if values may be negative, so that the axis is in the middle. Default true. */
  readonly signed?: boolean;
}

interface TokenBarsProps {
  readonly label: string;
  readonly tokens: readonly string[];
  readonly rows: readonly BarRow[];
  /** The content of the bars in a sentence, for readers who cannot see them. */
  readonly summary: string;
}

const HEIGHT = 100;
/** The number of tokens from which on bars are close together. */
const MANY = 100;

/** Rows of bars over the same tokens; values below zero hang from the line. Scrolls where tokens do not fit. */
export function TokenBars({ label, tokens, rows, summary }: TokenBarsProps) {
  return (
    <figure className="token-bars" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key */}
      <div className="scroller" role="img" aria-label={summary} tabIndex={0} data-many={tokens.length > MANY}>
        <div className="stack tight" style={{ minWidth: `${tokens.length * (tokens.length > MANY ? 0.4 : 0.8)}rem` }}>
          {rows.map((row) => (
            <div key={row.name} className="bar-row">
              <p className="hint">
                <strong>{row.name}</strong> {row.note}
              </p>
              <Bars row={row} count={tokens.length} />
            </div>
          ))}
          <ol className="equal-columns bar-tokens" aria-hidden="true">
            {tokens.map((token, k) => (
              <li key={k}>{token}</li>
            ))}
          </ol>
        </div>
      </div>
    </figure>
  );
}

function Bars({
  row: { tone, values, largest, signed = true },
  count,
}: {
  readonly row: BarRow;
  readonly count: number;
}) {
  const zero = signed ? HEIGHT / 2 : HEIGHT;
  return (
    <svg viewBox={`0 0 ${count} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {Array.from(values, (value, k) => {
        const height = largest > 0 ? zero * Math.min(1, Math.abs(value) / largest) : 0;
        return (
          <rect
            key={k}
            data-tone={tone}
            x={k + 0.12}
            width={0.76}
            y={value < 0 ? zero : zero - height}
            height={height}
          />
        );
      })}
      <line x1={0} x2={count} y1={zero} y2={zero} />
    </svg>
  );
}
