import { tokenLabel } from '../../text/tokens.ts';
import type { Mark } from './marks.ts';

/** The sign for a right or wrong answer at a timestep, or for a timestep without a question. */
export function Verdict({ mark }: { readonly mark: Mark | null }) {
  if (!mark) return <p className="verdict">Not asked here: the answer at this timestep is not scored.</p>;
  const expected = <bdi className="output-name">{tokenLabel(mark.expected)}</bdi>;
  if (mark.right === null) return <p className="verdict">Asked here. The right answer is {expected}.</p>;
  return (
    <p className="verdict" data-right={mark.right}>
      <MarkSign mark={mark} /> {mark.right ? 'Right.' : <>Wrong: the right answer is {expected}.</>}
    </p>
  );
}

/** A tick or a cross; a question mark where the answer is not computed yet, a dot where it is a number. */
export function MarkSign({ mark, pending = false }: { readonly mark: Mark; readonly pending?: boolean }) {
  const right = pending ? null : mark.right;
  return (
    <span className="mark-sign" data-right={right ?? undefined} aria-hidden="true">
      {pending ? '?' : right === null ? '•' : right ? '✓' : '✗'}
    </span>
  );
}

/** A mark in words, as it is read out after its token. */
export function markInWords(mark: Mark, pending: boolean): string {
  if (pending || mark.right === null) return 'asked';
  return mark.right ? 'right' : `wrong, ${tokenLabel(mark.expected)} is right`;
}
