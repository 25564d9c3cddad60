import type { RunAnswers } from './answers.ts';
import type { Frames } from './frames.ts';
import type { StripView } from './stripView.ts';

/** The view of the outputs over the sequence: a row an output, or the line of the only number. */
export function answerViewOf(
  { names, probabilities }: Pick<RunAnswers, 'names' | 'probabilities'>,
  frames: Frames,
  order: readonly number[],
  source: Pick<StripView, 'dark' | 'columns' | 'computed'>,
): StripView {
  return {
    ...source,
    frames,
    signal: 'answers',
    kind: probabilities ? 'gate' : 'signed',
    order,
    rowHeight: Math.max(1, Math.min(14, Math.floor(168 / names.length))),
    unit: !probabilities && names.length === 1 ? 0 : null,
  };
}
