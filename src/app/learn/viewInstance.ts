import type { Moment } from '../../io/moment.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import type { Gatescope } from '../../store/gatescope.ts';
import { createOnDemand } from '../../store/onDemand.ts';
import { untilAsked } from './openAsked.ts';

/** An instance that shows the opened moment of a view, and from its first picture on no more than the view asks for. */
export function viewInstance(view: LessonView | null, moment: Moment): Gatescope {
  const gatescope = createOnDemand({ initial: moment });
  if (view?.asked) gatescope.actions.setUntil(untilAsked(view, moment, moment));
  return gatescope;
}
