import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import { guesses } from '../../store/guess.ts';
import type { Moment } from '../../store/state.ts';
import { endWords } from '../compare/runWords.ts';
import { type Block, blocksOf, computedAt, restingOf } from './blocks.ts';
import type { ShownStrips } from './shownStrips.ts';

/** The strips that are wanted of a moment. */
interface Wanted {
  /** Their signals; by default the states alone. */
  readonly blocks?: readonly Block[];
  readonly marks?: ShownStrips['marks'];
  /** The letter of the run, where several are compared. */
  readonly letter?: string;
  /** True if the runs in step are past the end of this one. */
  readonly ended?: boolean;
}

/** The strips of a moment with the choices that a page begins with: units by number, and none as a line. */
export function momentStrips(
  derived: Derived,
  { inputs, cursor, selection, view }: Moment,
  gradient: Gradient | null,
  { blocks: wanted, marks = null, letter, ended = false }: Wanted = {},
): ShownStrips {
  const { cell, tape, encoded, predictions, free } = derived;
  const blocks = blocksOf(cell);
  const resting = restingOf(cell, blocks);
  const shown = gradient?.adjoint ?? tape;
  const hidesFuture = guesses({ inputs, view });
  // answers are values, which are not shown among gradients or before they are guessed
  const answered = predictions && !gradient && !hidesFuture;
  return {
    tape: shown,
    ghost: gradient || free.tape === tape ? null : free.tape,
    orders: new Map(blocks.map(({ id }) => [id, [...shown.values(id, 0).keys()]])),
    columns: { width: 1, bin: 1 },
    height: undefined,
    dark: view.theme === 'dark',
    // after the end of a run no timestep is the present one
    cursor: ended ? { t: tape.length + 1 } : cursor,
    selection,
    largest: gradient?.largest ?? null,
    lines: false,
    hidesFuture,
    computedOf: ({ id }) =>
      gradient
        ? tape.length
        : computedAt(
            cursor,
            blocks.findIndex((block) => block.id === id),
          ),
    blocks: wanted ?? blocks.filter(({ id }) => resting.includes(id)),
    encoded,
    answers: answered ? { names: predictions.head.outputs, ...predictions } : null,
    marks: answered ? marks : null,
    // a comparison shows no outputs
    folded: wanted === undefined || letter !== undefined,
    computed: computedAt(cursor, blocks.length - 1),
    ...(letter !== undefined && {
      run: { letter, name: cell.name, end: ended ? endWords({ derived }) : '' },
    }),
  };
}
