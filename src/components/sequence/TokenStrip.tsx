import { type CSSProperties, useEffect, useMemo } from 'react';
import { useActions, useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { counted } from '../../text/counts.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { Mark } from '../marks/marks.ts';
import { useMarks } from '../marks/useMarks.ts';
import { labelsOf } from '../timeline/answers.ts';
import { columnCount } from '../timeline/columns.ts';
import type { SequenceColumns } from '../timeline/columnsContext.tsx';
import { LabelRow, type Labels, READABLE, stepLabelsOf, tokenLabelsOf } from '../timeline/LabelRow.tsx';
import { useFollow } from '../timeline/useScroller.ts';
import '../timeline/timeline.css';
import './tokenStrip.css';

/** The tokens, each a way to its timestep; under each what the network answers there, and whether it is right. */
export function TokenStrip({ shared }: { readonly shared: SequenceColumns }) {
  const { cell, encoded, predictions } = useDerived();
  const gradient = useGradient();
  const { t, position } = useGatescope((state) => state.cursor);
  const { goTo } = useActions();
  const marks = useMarks();
  const { columns, gutter, space, scroller, group } = shared;
  const tokens = useMemo(() => tokenLabelsOf(encoded.tokens, marks ?? null), [encoded, marks]);
  const names = useMemo(() => encoded.labels && stepLabelsOf(encoded.labels), [encoded]);
  const answers = useMemo(() => {
    // answers are values: they have no place among gradients
    if (!predictions || gradient) return null;
    const { head, y, probabilities } = predictions;
    return scored(labelsOf({ names: head.outputs, y, probabilities }), marks ?? null);
  }, [predictions, gradient, marks]);
  const jump = useMemo(() => (to: number) => goTo(to, undefined, 'jump'), [goTo]);
  useEffect(() => (scroller.current ? group.join(scroller.current) : undefined), [group, scroller]);
  useFollow(scroller, t, columns, space);
  const computed = position >= cell.signals.length ? t : t - 1;
  const row = { columns, computed, scroller, space };
  return (
    <>
      <section
        ref={scroller}
        className="token-strip-scroll"
        data-narrow={columns.width < SIGN_AND_LETTER || undefined}
        aria-label="Tokens"
        style={{ '--gutter': `${gutter}px` } as CSSProperties}
      >
        <div style={{ width: gutter + columnCount(encoded.tokens.length, columns) * columns.width }}>
          <div className="timeline-head">
            <div className="timeline-name">{columns.bin > 1 ? `mean of ${columns.bin}` : 'reads'}</div>
            <LabelRow labels={tokens} t={t} onCursor={jump} {...row} />
          </div>
          {names && columns.width >= READABLE && (
            <div className="timeline-head names">
              <div className="timeline-name">label</div>
              <LabelRow labels={names} t={t} {...row} />
            </div>
          )}
          {answers && columns.width >= READABLE && (
            <div className="timeline-head answers">
              <div className="timeline-name">answers</div>
              <LabelRow labels={answers} t={computed} {...row} />
            </div>
          )}
        </div>
      </section>
      {answers && marks !== undefined && <Score marks={marks} computed={computed} />}
    </>
  );
}

/** The narrowest column with room for a sign and a letter beside it. */
const SIGN_AND_LETTER = 36;

/** A dot where nothing is asked; beside a wrong answer the right one. */
function scored(labels: Labels, marks: readonly (Mark | null)[] | null): Labels {
  if (!marks) return { ...labels, shares: null };
  const texts = labels.texts.map((text, k) => {
    const mark = marks[k];
    if (!mark) return '·';
    return mark.right === false ? `${tokenLabel(text)}→${tokenLabel(mark.expected)}` : text;
  });
  return { ...labels, texts, marks, shares: null };
}

interface ScoreProps {
  readonly marks: readonly (Mark | null)[] | null;
  /** The last timestep whose answer is computed. */
  readonly computed: number;
}

/** How many of the answers given so far are right, and what the signs under the tokens mean. */
function Score({ marks, computed }: ScoreProps) {
  const text = useGatescope(({ inputs }) => inputs.sequence.kind === 'text');
  if (marks ? marks.every((mark) => mark === null) : text)
    return <p className="score">No right answer is known for {text ? 'this text' : 'these numbers'}.</p>;
  const judged = (marks ?? []).map((mark) => mark?.right ?? null);
  const asked = judged.filter((right) => right !== null).length;
  if (asked === 0) return null;
  const given = judged.slice(0, computed).filter((right) => right !== null);
  const right = given.filter(Boolean).length;
  return (
    <p className="score">
      <strong>
        {given.length === 0
          ? 'No answer is asked yet'
          : `${right} of ${counted(given.length, 'answer')} right${given.length < asked ? ' so far' : ''}`}
      </strong>
      <span className="hint">· not asked ✓ right ✗ wrong→right answer</span>
    </p>
  );
}
