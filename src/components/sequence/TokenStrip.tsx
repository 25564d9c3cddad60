import { Activity, lazy, type ReactNode, Suspense, useId, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDerived, useGatescope, useGradient, useInstance } from '../../store/context.tsx';
import { counted } from '../../text/counts.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { Mark } from '../marks/marks.ts';
import { useMarks } from '../marks/useMarks.ts';
import { Popover } from '../primitives/Popover.tsx';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';
import { labelsOf } from '../timeline/answers.ts';
import type { SequenceColumns } from '../timeline/columnsContext.tsx';
import { LabelRow, type Labels, READABLE, stepLabelsOf, tokenLabelsOf } from '../timeline/LabelRow.tsx';
import { Signs } from './Signs.tsx';
import { FirstToken, NamedRow, SIGN_AND_LETTER, TokenScroll, tokenRowName, useRow } from './TokenScroll.tsx';
import { useVisit } from './useVisit.ts';

const WhatIsAsked = lazy(async () => ({ default: (await import('../beside.ts')).WhatIsAsked }));
const TextStrip = lazy(async () => ({ default: (await import('../beside.ts')).TextStrip }));

/** The editing of the sequence in the place of its tokens. */
export interface Editing {
  readonly open: boolean;
  /** A text becomes a field; for numbers their own fields open. */
  readonly begin: () => void;
  readonly end: () => void;
  /** Opens the other kinds of input. */
  readonly more: () => void;
}

interface TokenStripProps {
  readonly shared: SequenceColumns;
  /** Null where the sequence stays as it is. */
  readonly editing: Editing | null;
  /** True on a small screen, where the signs under the tokens are explained in a menu. */
  readonly narrow?: boolean;
}

/**
 * The tokens, each a way to its timestep; the current one a way to edit them. Under each what the network answers there,
 * and whether it is right.
 */
export function TokenStrip({ shared, editing, narrow = false }: TokenStripProps) {
  const id = useId();
  const { encoded } = useDerived();
  const visit = useVisit();
  const { answers, marks } = useScored(shared.columns.width);
  const row = useRow(shared);
  const { columns, scroller, setSpare } = shared;
  const rows = useGatescope(({ inputs: { sequence } }) =>
    sequence.kind === 'numbers' && sequence.columns.length > 1 ? sequence.rows : null,
  );
  const tokens = useMemo(() => tokenLabelsOf(encoded.tokens, marks ?? null, rows), [encoded, marks, rows]);
  const names = useMemo(() => encoded.labels && stepLabelsOf(encoded.labels), [encoded]);
  const { getState } = useInstance();
  const begin = editing?.begin;
  const press = useMemo(
    () => (to: number) => {
      if (begin && to === getState().cursor.t) begin();
      else visit(to);
    },
    [visit, getState, begin],
  );
  const [edited, setEdited] = useState(false);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const typing = editing?.open ?? false;
  if (typing && !edited) setEdited(true);
  useLayoutEffect(() => setSpare(typing ? 1 : 0), [setSpare, typing]);
  return (
    <>
      <TokenScroll
        shared={shared}
        length={encoded.tokens.length}
        onKeyDown={(event) => {
          if (event.key !== 'F2' || !editing || typing) return;
          event.preventDefault();
          editing.begin();
        }}
      >
        <NamedRow name={editing ? tokenRowName(columns) : <FirstToken shared={shared} token={encoded.tokens[0]} />}>
          {edited && (
            <Suspense fallback={typing && <LabelRow labels={tokens} {...row} />}>
              <Activity mode={typing ? 'visible' : 'hidden'}>
                <TextStrip
                  columns={columns}
                  tools={tools}
                  onDone={(focus) => {
                    flushSync(() => editing?.end());
                    if (focus) scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
                  }}
                  onMore={() => editing?.more()}
                />
              </Activity>
            </Suspense>
          )}
          {!typing && <LabelRow labels={tokens} onCursor={press} hint={editing ? `${id}hint` : undefined} {...row} />}
        </NamedRow>
        {names && (
          <NamedRow kind="names" name="label">
            <LabelRow labels={names} {...row} />
          </NamedRow>
        )}
        {answers && columns.width >= READABLE && (
          <NamedRow kind="answers" name="answers">
            <LabelRow labels={answers} {...row} t={row.computed} />
          </NamedRow>
        )}
      </TokenScroll>
      {editing && (
        <VisuallyHidden id={`${id}hint`}>
          Press it to edit what the cell reads, or press F2 on any token.
        </VisuallyHidden>
      )}
      {typing && <div ref={setTools} className="score" />}
      {!typing && answers && marks !== undefined && (
        <Scored narrow={narrow}>
          <Score marks={marks} computed={row.computed} />
        </Scored>
      )}
    </>
  );
}

/** The answers under the tokens, as columns of this width have room for them, and their marks; null where nothing is asked. */
export function useScored(width: number): {
  readonly answers: Labels | null;
  readonly marks: ReturnType<typeof useMarks>;
} {
  const { predictions } = useDerived();
  const gradient = useGradient();
  const marks = useMarks();
  const answers = useMemo(() => {
    // answers are values: they have no place among gradients
    if (!predictions || gradient) return null;
    const { head, y, probabilities } = predictions;
    return scored(labelsOf({ names: head.outputs, y, probabilities }), head.outputs, marks ?? null, width);
  }, [predictions, gradient, marks, width]);
  return { answers, marks };
}

/** Pixels that a letter of an answer takes, as do the sign beside it and the arrow, and those around them. */
const LETTER = 9;
const PADDING = 8;

/**
 * Replaces what is not asked by a dot. Where an answer is wrong, it and the right one take two lines if a column has no room
 * for the longest.
 */
function scored(
  labels: Labels,
  names: readonly string[],
  marks: readonly (Mark | null)[] | null,
  width: number,
): Labels {
  if (!marks) return { ...labels, shares: null };
  const longest = Math.max(...names.map((name) => [...tokenLabel(name)].length));
  const texts = labels.texts.map((text, k) => (marks[k] ? text : '·'));
  const wrong = marks.some((mark) => mark?.right === false);
  return {
    ...labels,
    texts,
    marks,
    shares: null,
    lines: wrong && width >= SIGN_AND_LETTER && (2 * longest + 2) * LETTER + PADDING > width ? 2 : 1,
  };
}

/** On a small screen a way to what is asked stands beside the score. */
function Scored({ narrow, children }: { readonly narrow: boolean; readonly children: ReactNode }) {
  if (!narrow) return children;
  return (
    <div className="row scored">
      {children}
      <Popover look="link" label="What is asked?" title="What is asked" className="asked-menu">
        {(_, open) => <Suspense>{open && <WhatIsAsked />}</Suspense>}
      </Popover>
    </div>
  );
}

interface ScoreProps {
  readonly marks: readonly (Mark | null)[] | null;
  /** The last timestep whose answer is computed. */
  readonly computed: number;
}

/** Tells the number of right answers among those given so far; null if there is no question. */
export function scoreOf({ marks, computed }: ScoreProps): string | null {
  const judged = (marks ?? []).map((mark) => mark?.right ?? null);
  const asked = judged.filter((right) => right !== null).length;
  if (asked === 0) return null;
  const given = judged.slice(0, computed).filter((right) => right !== null);
  if (given.length === 0) return 'No answer yet';
  const right = given.filter(Boolean).length;
  return `${right} of ${counted(given.length, 'answer')} right${given.length < asked ? ' so far' : ''}`;
}

/** The number of right answers so far, and the meaning of the signs under the tokens. */
function Score({ marks, computed }: ScoreProps) {
  const text = useGatescope(({ inputs }) => inputs.sequence.kind === 'text');
  if (marks ? marks.every((mark) => mark === null) : text)
    return <p className="score">No right answer is known for {text ? 'this text' : 'these numbers'}.</p>;
  const score = scoreOf({ marks, computed });
  if (score === null) return null;
  return (
    <p className="score">
      <strong>{score}</strong>
      <Signs some={marks?.includes(null) ?? false} />
    </p>
  );
}
