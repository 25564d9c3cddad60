import { type Columns, columnCount, numberEvery, timestepsOf } from './columns.ts';
import { tokenLabel, tokenName } from './tokenLabel.ts';

interface Props {
  readonly tokens: readonly string[];
  readonly columns: Columns;
  readonly t: number;
  /** The columns [first, end) to put into the document. */
  readonly range: readonly [number, number];
  readonly onCursor: (t: number) => void;
}

const readable = 24;

/** The tokens above their columns, as buttons; where columns are narrow, one timestep number every few columns. */
export function TokenRow({ tokens, columns, t, range, onCursor }: Props) {
  const every = columns.width >= readable ? 1 : numberEvery(columns);
  const numbers = every > 1;
  const end = Math.min(range[1], columnCount(tokens.length, columns));
  const shown: number[] = [];
  for (let column = Math.ceil(Math.max(0, range[0]) / every) * every; column < end; column += every) shown.push(column);
  return (
    <ol className="timeline-tokens" aria-label={`Tokens, ${tokens.length}`}>
      {shown.map((column) => {
        const [first] = timestepsOf(column, tokens.length, columns);
        const token = tokens[first - 1];
        const state = first === t ? 'now' : first < t ? 'past' : 'future';
        return (
          <li
            key={column}
            style={{ left: column * columns.width, width: every * columns.width }}
            aria-setsize={tokens.length}
            aria-posinset={first}
          >
            <button
              type="button"
              className={`timeline-token ${numbers ? 'number' : state}`}
              aria-label={`timestep ${first}, ${tokenName(token)}`}
              aria-current={first === t ? 'step' : undefined}
              tabIndex={first === t ? 0 : -1}
              title={token.length > 3 ? token : undefined}
              onClick={() => onCursor(first)}
            >
              <bdi>{numbers ? first : tokenLabel(token)}</bdi>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
