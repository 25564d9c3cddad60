import { memo, type RefObject, useEffect, useState } from 'react';
import { type Columns, columnCount, numberEvery, timestepsOf } from './columns.ts';
import { tokenLabel, tokenName } from './tokenLabel.ts';

interface Props {
  readonly tokens: readonly string[];
  readonly columns: Columns;
  readonly t: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The width of the window in CSS pixels. */
  readonly space: number;
  readonly onCursor: (t: number) => void;
}

const readable = 24;

/** The tokens above their columns, as buttons; where columns are narrow, one timestep number every few columns. */
export function TokenRow({ tokens, columns, t, scroller, space, onCursor }: Props) {
  const page = Math.max(4, Math.ceil(space / columns.width / 2));
  const [first, setFirst] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // buttons come and go by half a window at a time, not with every frame
    const update = (): void => setFirst(Math.floor(element.scrollLeft / columns.width / page));
    update();
    element.addEventListener('scroll', update, { passive: true });
    return () => element.removeEventListener('scroll', update);
  }, [scroller, columns, page]);

  const every = columns.width >= readable ? 1 : numberEvery(columns);
  const end = Math.min((first + 4) * page, columnCount(tokens.length, columns));
  const shown: number[] = [];
  for (let column = Math.ceil(Math.max(0, (first - 1) * page) / every) * every; column < end; column += every)
    shown.push(column);
  return (
    <ol className="timeline-tokens" aria-label={`Tokens, ${tokens.length}`}>
      {shown.map((column) => {
        const [step] = timestepsOf(column, tokens.length, columns);
        return (
          <Token
            key={column}
            token={tokens[step - 1]}
            step={step}
            of={tokens.length}
            left={column * columns.width}
            width={every * columns.width}
            numbered={every > 1}
            tense={step === t ? 'now' : step < t ? 'past' : 'future'}
            onCursor={onCursor}
          />
        );
      })}
    </ol>
  );
}

interface TokenProps {
  readonly token: string;
  readonly step: number;
  readonly of: number;
  readonly left: number;
  readonly width: number;
  readonly numbered: boolean;
  readonly tense: 'past' | 'now' | 'future';
  readonly onCursor: (t: number) => void;
}

const Token = memo(function Token({ token, step, of, left, width, numbered, tense, onCursor }: TokenProps) {
  return (
    <li style={{ left, width }} aria-setsize={of} aria-posinset={step}>
      <button
        type="button"
        className={`timeline-token ${numbered ? 'number' : tense}`}
        aria-label={`timestep ${step}, ${tokenName(token)}`}
        aria-current={tense === 'now' ? 'step' : undefined}
        tabIndex={tense === 'now' ? 0 : -1}
        title={token.length > 3 ? token : undefined}
        onClick={() => onCursor(step)}
      >
        <bdi>{numbered ? step : tokenLabel(token)}</bdi>
      </button>
    </li>
  );
});
