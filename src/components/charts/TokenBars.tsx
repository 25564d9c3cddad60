import './tokenBars.css';

/** One row of bars, a bar a token, on a scale that `largest` fills. */
export interface BarRow {
  readonly name: string;
  readonly note?: string;
  readonly tone: 'main' | 'beside' | 'gate';
  readonly values: ArrayLike<number>;
  readonly largest: number;
}

interface TokenBarsProps {
  readonly label: string;
  readonly tokens: readonly string[];
  readonly rows: readonly BarRow[];
  /** What the bars say, in a sentence: stands for the picture where it cannot be seen. */
  readonly summary: string;
}

const HEIGHT = 100;
/** More tokens than this stand close together. */
const MANY = 100;

/** Rows of bars over the same tokens; values below zero hang from the line. Scrolls where tokens do not fit. */
export function TokenBars({ label, tokens, rows, summary }: TokenBarsProps) {
  return (
    <figure className="token-bars" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key */}
      <div className="scroller" role="img" aria-label={summary} tabIndex={0} data-many={tokens.length > MANY}>
        <div className="inner" style={{ minWidth: `${tokens.length * (tokens.length > MANY ? 0.4 : 0.8)}rem` }}>
          {rows.map(({ name, note, tone, values, largest }) => (
            <div key={name} className="bar-row">
              <p>
                <strong>{name}</strong> {note}
              </p>
              <svg
                viewBox={`0 0 ${tokens.length} ${HEIGHT}`}
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                {tokens.map((_, k) => {
                  const height = largest > 0 ? (HEIGHT / 2) * Math.min(1, Math.abs(values[k]) / largest) : 0;
                  return (
                    <rect
                      key={k}
                      data-tone={tone}
                      x={k + 0.12}
                      width={0.76}
                      y={values[k] < 0 ? HEIGHT / 2 : HEIGHT / 2 - height}
                      height={height}
                    />
                  );
                })}
                <line x1={0} x2={tokens.length} y1={HEIGHT / 2} y2={HEIGHT / 2} />
              </svg>
            </div>
          ))}
          <ol className="bar-tokens" aria-hidden="true">
            {tokens.map((token, k) => (
              <li key={k}>{token}</li>
            ))}
          </ol>
        </div>
      </div>
    </figure>
  );
}
