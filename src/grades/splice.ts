import * as v from 'valibot';
import { matching } from '../text/matching.ts';
import { answersIn, stateOf } from './answersState.ts';
import { type GradeBook, resultOf } from './book.ts';
import { messageTarget } from './messageTarget.ts';

/** The part of a window that is needed to talk to the page around it. */
export type Framed = Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;

interface SpliceOptions {
  /** The name of the activity: the address at which the page around opened the frame. */
  readonly activity: string;
  /** A new name for a message. */
  readonly newId: () => string;
}

const responseSchema = v.object({
  subject: v.literal('SPLICE.getState.response'),
  message_id: v.string(),
  state: v.optional(v.unknown()),
});

/**
 * Reports the result of a book to the page around the frame by the SPLICE protocol (cs-splice.github.io), as Runestone,
 * PreTeXt and Doenet read it. The frame asks for its state first. Only who answers is told a result, after each
 * committed answer: the share of right answers among all questions. Returns how to stop.
 */
export function connectSplice(book: GradeBook, frame: Framed, { activity, newId }: SpliceOptions): () => void {
  const host = frame.parent;
  const asked = newId();
  let reported = 0;
  let unsubscribe: (() => void) | null = null;

  const reportTo = (origin: string) => (): void => {
    const { commits, answers } = book.getState();
    const result = resultOf(book);
    if (commits === reported || !result) return;
    reported = commits;
    const message = {
      subject: 'SPLICE.reportScoreAndState',
      activity_id: activity,
      message_id: newId(),
      score: result.right / result.of,
      state: stateOf(answers),
    };
    host.postMessage(message, messageTarget(origin));
  };
  const receive = ({ source, origin, data }: MessageEvent): void => {
    if (source !== host || unsubscribe) return;
    const response = matching(responseSchema, data);
    if (response?.message_id !== asked) return;
    const report = reportTo(origin);
    book.restore(answersIn(response.state) ?? {});
    book.connect();
    unsubscribe = book.subscribe(report);
    // answers that came before the host's
    report();
  };
  frame.addEventListener('message', receive);
  // nothing of the reader is in this question, so everybody may hear it
  host.postMessage({ subject: 'SPLICE.getState', activity_id: activity, message_id: asked }, '*');
  return () => {
    frame.removeEventListener('message', receive);
    unsubscribe?.();
  };
}
