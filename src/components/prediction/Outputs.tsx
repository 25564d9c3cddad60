import { type OutputRow, outputText } from '../../notation/outputs.ts';
import { tokenLabel, tokenName } from '../../text/tokens.ts';
import { Button } from '../primitives/Button.tsx';

interface OutputsProps {
  readonly names: readonly string[];
  readonly row: OutputRow;
  /** The largest size that an output reaches in the sequence: a bar of full length where values are asked. */
  readonly largest: number;
  /** The output asked about, if any, and the likeliest one. */
  readonly asked: number | null;
  readonly best: number;
  readonly onAsk: (output: number) => void;
}

/** The largest number of outputs that are all shown; of more, the likeliest are. */
const MOST = 10;

/** Every output of one timestep with its bar, as buttons that ask where it comes from. */
export function Outputs({ names, row, largest, asked, best, onAsk }: OutputsProps) {
  const { y, probabilities } = row;
  const order = names.map((_, k) => k);
  const shown = names.length > MOST ? order.sort((a, b) => y[b] - y[a] || a - b).slice(0, MOST) : order;
  const hidden = names.length - shown.length;
  const rest = probabilities ? 1 - shown.reduce((sum, k) => sum + probabilities[k], 0) : null;
  return (
    <>
      <ul className="outputs" aria-label="Outputs">
        {shown.map((k) => (
          <li key={k}>
            <Button
              look="row"
              aria-pressed={k === asked}
              className={probabilities && k === best ? 'best' : undefined}
              aria-label={`${tokenName(names[k])} ${outputText(row, k)}`}
              onClick={() => onAsk(k)}
            >
              <bdi className="truncated output-name">{tokenLabel(names[k])}</bdi>{' '}
              <span className="track">
                <Bar value={probabilities ? probabilities[k] : y[k] / largest} signed={!probabilities} />
              </span>
              <span className="value">{outputText(row, k)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="hint">
          {hidden} more outputs{rest === null ? '' : ` share ${(100 * Math.max(0, rest)).toFixed(1)} %`}.
        </p>
      )}
    </>
  );
}

/** A share of the whole from the left, or a value with a sign from the middle. */
function Bar({ value, signed }: { readonly value: number; readonly signed: boolean }) {
  const share = Number.isFinite(value) ? Math.min(1, Math.abs(value)) : 0;
  if (!signed) return <span className="bar" style={{ inlineSize: `${100 * share}%` }} />;
  return (
    <span
      className="bar"
      data-sign={value < 0 ? 'negative' : 'positive'}
      style={{ insetInlineStart: `${value < 0 ? 50 - 50 * share : 50}%`, inlineSize: `${50 * share}%` }}
    />
  );
}
