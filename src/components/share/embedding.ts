import { chosenCell } from '../../io/cellChoice.ts';
import { stageSpansOf } from '../../store/derive.ts';
import { beforeStage } from '../../store/guess.ts';
import type { Lock, Moment, Part, Theme } from '../../store/state.ts';
import { fewParts, partsBeside } from '../visibleParts.ts';

/** The choices made for a diagram in another page. */
export interface Embedding {
  readonly shown: readonly Part[];
  readonly locked: readonly Lock[];
  /** True if keys step and play while focus is inside. */
  readonly hotkeys: boolean;
  readonly theme: Theme;
  /** The moment at which it begins: the one shown, or before anything is computed. */
  readonly start: 'shown' | 'beginning';
  readonly autoplay: boolean;
  /** True if the reader guesses a value of every stage before it is computed, beginning with the one shown; it needs the stages. */
  readonly guess: boolean;
}

/** The choices that a moment comes with. */
export const embeddingOf = ({ view }: Moment): Embedding => ({
  shown: view.guess ? [...fewParts, 'stages'] : fewParts,
  locked: view.locked,
  hotkeys: view.hotkeys,
  theme: view.theme,
  start: 'shown',
  autoplay: view.autoplay,
  guess: view.guess,
});

/** The moment as a diagram in another page begins with it. */
export function embeddedMoment(moment: Moment, { shown, start, ...settings }: Embedding): Moment {
  const { cursor, inputs, view } = moment;
  // where guessing is on already, the moment shown is one before a guess
  const shownAt = settings.guess && !view.guess ? beforeStage(cursor, stageSpansOf(chosenCell(inputs))) : cursor;
  return {
    ...moment,
    cursor: start === 'shown' ? shownAt : { t: Math.min(1, cursor.t), position: 0 },
    view: { ...view, ...settings, hidden: partsBeside(shown) },
  };
}
