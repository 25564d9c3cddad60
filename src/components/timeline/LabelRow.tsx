import { memo, type RefObject, useEffect, useState } from 'react';
import { rowText } from '../../io/encode.ts';
import { tokenLabel, tokenName } from '../../text/tokens.ts';
import type { Mark } from '../marks/marks.ts';
import { MarkSign, markInWords } from '../marks/Verdict.tsx';
import { Button } from '../primitives/Button.tsx';
import { type Columns, columnCount, labelWidthOf, nameEvery, timestepsOf } from './columns.ts';
import { fittedRow } from './fittedRow.ts';

/** The labels over the columns, one a timestep. */
export interface Labels {
  /** Tokens that are read, answers, or names of the timesteps. */
  readonly kind: 'token' | 'answer' | 'label';
  readonly name: string;
  readonly texts: readonly string[];
  /** The text of a timestep of which the label is a part; undefined where it is all of it. */
  readonly whole?: ((t: number) => string) | undefined;
  /** The label of a timestep as it is read out. */
  readonly spoken: (t: number) => string;
  /** The marks of the answers that are asked, one entry a timestep. */
  readonly marks?: readonly (Mark | null)[] | null;
  /** The certainty of each label, 0 to 1; null if it has no meaning. */
  readonly shares: ArrayLike<number> | null;
  /** The lines of an answer: the second has the right one under a wrong one. */
  readonly lines?: 1 | 2;
}

/** The most numbers of a row that are told at once. */
const TOLD = 16;

/** The tokens as labels; `rows` are the numbers read, where each timestep has several. */
export const tokenLabelsOf = (
  tokens: readonly string[],
  marks: Labels['marks'] = null,
  rows: readonly (readonly number[])[] | null = null,
): Labels => ({
  kind: 'token',
  name: 'Tokens',
  texts: tokens,
  whole: rows ? (t) => rowText(rows[t - 1], TOLD) : undefined,
  spoken: (t) => tokenName(tokens[t - 1]),
  shares: null,
  marks,
});

/** Dates or words that name the timesteps. */
export const stepLabelsOf = (labels: readonly string[]): Labels => ({
  kind: 'label',
  name: 'Labels',
  texts: labels,
  spoken: (t) => labels[t - 1],
  shares: null,
});

export interface LabelRowProps {
  readonly labels: Labels;
  readonly columns: Columns;
  readonly t: number;
  /** The last timestep whose answer is computed. */
  readonly computed: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The width of the window in CSS pixels. */
  readonly space: number;
  /** Goes to a timestep; without it the labels are text. */
  readonly onCursor?: (t: number) => void;
  /** The id of what else the label of the current timestep does. */
  readonly hint?: string | undefined;
}

/** Pixels that a bold letter of a token takes at most, and those around its text. */
const LETTER = 10;
const EDGES = 8;

/** The narrowest column in which a label can be read. */
export const READABLE = 24;

/** Labels above their columns, as buttons; where columns are narrow, a timestep number, or a name, every few columns. */
export function LabelRow({ labels, columns, t, computed, scroller, space, onCursor, hint }: LabelRowProps) {
  const { kind, name, texts, whole, spoken, shares, marks = null, lines } = labels;
  const page = Math.max(6, Math.ceil(space / columns.width / 2));
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

  const every = columns.width >= READABLE ? 1 : nameEvery(columns, kind === 'label' ? labelWidthOf(texts) : undefined);
  const end = Math.min((first + 4) * page, columnCount(texts.length, columns));
  const shown: number[] = [];
  for (let column = Math.ceil(Math.max(0, (first - 1) * page) / every) * every; column < end; column += every)
    shown.push(column);
  return (
    <ol
      className="timeline-tokens"
      data-kind={kind}
      data-marked={marks !== null}
      data-lines={lines}
      aria-label={`${name}, ${texts.length}`}
    >
      {shown.map((column) => {
        const [step] = timestepsOf(column, texts.length, columns);
        const pending = step > computed;
        const mark = marks?.[step - 1] ?? null;
        // an answer is not told before it is computed, but whether one is asked
        const unanswered = pending && kind === 'answer' && !(marks && mark === null);
        return (
          <LabelButton
            key={column}
            text={unanswered ? null : whole ? fittedRow(texts[step - 1], columns.width) : texts[step - 1]}
            whole={whole?.(step) ?? texts[step - 1]}
            spoken={unanswered ? 'not answered yet' : spoken(step)}
            share={shares && !unanswered ? shares[step - 1] : null}
            mark={mark}
            pending={pending}
            expected={kind === 'answer' && !pending && mark?.right === false ? mark.expected : null}
            step={step}
            of={texts.length}
            left={column * columns.width}
            width={every * columns.width}
            numbered={every > 1 && kind !== 'label'}
            tight={kind === 'token' && LETTER * texts[step - 1].length + EDGES > columns.width}
            tense={step === t ? 'now' : step < t ? 'past' : 'future'}
            onCursor={onCursor}
            hint={step === t ? hint : undefined}
          />
        );
      })}
    </ol>
  );
}

interface LabelProps {
  /** Null where it is not to be told yet. */
  readonly text: string | null;
  readonly whole: string;
  readonly spoken: string;
  readonly share: number | null;
  readonly mark: Mark | null;
  readonly pending: boolean;
  /** The right answer beside a wrong one. */
  readonly expected: string | null;
  readonly step: number;
  readonly of: number;
  readonly left: number;
  readonly width: number;
  readonly numbered: boolean;
  /** True where the token has less room than it takes at full size. */
  readonly tight: boolean;
  readonly tense: 'past' | 'now' | 'future';
  readonly onCursor: ((t: number) => void) | undefined;
  readonly hint: string | undefined;
}

const LabelButton = memo(function LabelButton(props: LabelProps) {
  const {
    text,
    whole,
    spoken,
    share,
    mark,
    pending,
    expected,
    step,
    of,
    left,
    width,
    numbered,
    tight,
    tense,
    onCursor,
    hint,
  } = props;
  const className = `timeline-token ${numbered ? 'number' : tense}`;
  const label = (
    <>
      {text !== null && <bdi>{numbered ? step : tokenLabel(text)}</bdi>}
      {mark && !numbered && <MarkSign mark={mark} pending={pending} />}
      {expected !== null && !numbered && <bdi className="expected">→{tokenLabel(expected)}</bdi>}
      {share !== null && !numbered && <span className="share" style={{ inlineSize: `${100 * share}%` }} />}
    </>
  );
  return (
    <li style={{ left, width }} data-tight={tight || undefined} aria-setsize={of} aria-posinset={step}>
      {onCursor ? (
        <Button
          look="bare"
          className={className}
          aria-label={`timestep ${step}, ${spoken}${mark ? `, ${markInWords(mark, pending)}` : ''}`}
          aria-current={tense === 'now' ? 'step' : undefined}
          aria-describedby={hint}
          tabIndex={tense === 'now' ? 0 : -1}
          title={text !== null && whole.length > 3 ? whole : undefined}
          onClick={() => onCursor(step)}
        >
          {label}
        </Button>
      ) : (
        <span className={className} title={spoken}>
          {label}
        </span>
      )}
    </li>
  );
});
