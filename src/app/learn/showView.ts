import type { Cursor } from '../../io/moment.ts';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { lastDrawn } from '../../questions/curve.ts';
import type { Gatescope } from '../../store/gatescope.ts';
import { untilAsked } from './openAsked.ts';

/** Milliseconds of reading after which the figure of a part starts to play. */
const REST = 500;

interface Showing {
  readonly view: LessonView;
  /** The view of the chapter, this one or one before, that asks for a value and has no answer yet; null without one. */
  readonly open: LessonView | null;
  readonly text: string | null;
  readonly home: Home;
  /** True if the reader has answered what the view asks. */
  readonly known: boolean;
  /** The cursor of an instance that begins with this view; null if it shows another one. */
  readonly began: Cursor | null;
  /** False once another view is to be shown. */
  readonly isCurrent: () => boolean;
}

/** Shows a view in the figure and plays the timestep that it comes to. */
export async function showView(
  { actions, animated, derived, getState }: Gatescope,
  { view, open, text, home, known, began, isCurrent }: Showing,
): Promise<void> {
  const { moment } = await openedView(view, text, home);
  const before = open && open !== view ? (await openedView(open, text, home)).moment : moment;
  if (!isCurrent()) return;
  // what is asked for cannot be looked up by stepping, nor in a later view of the chapter
  actions.setUntil(open && untilAsked(open, before, moment));
  // the instance began with this view, in which the reader has stepped since
  if (began && getState().cursor !== began) return;
  const { theme } = getState().view;
  // the views of a reading are one step of undo, so that scrolling keeps no earlier ones
  actions.open({ ...moment, view: { ...moment.view, theme } }, 'lesson');
  const { cell, tape } = derived();
  const { position } = moment.cursor;
  const end = known ? cell.signals.length : position;
  // a curve that is drawn is shown to its end
  const to = known && view.asked?.kind === 'value' ? view.asked.to : undefined;
  const t = lastDrawn(moment.cursor.t, to, tape.length);
  if (!animated() || end === 0) {
    actions.goTo(t, end, 'jump');
    return;
  }
  actions.goTo(t, 0, 'jump');
  const { cursor } = getState();
  // unless the reader has stepped since
  setTimeout(() => isCurrent() && getState().cursor === cursor && actions.goTo(t, end), REST);
}
