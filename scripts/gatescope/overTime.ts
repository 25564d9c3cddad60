import { LETTERS } from '../../src/components/compare/runWords.ts';
import { askedOf, marksOf } from '../../src/components/marks/marks.ts';
import type { Figure, FigureOptions } from '../../src/components/share/figureFile.ts';
import { fitsFigure, stripsFigureOf } from '../../src/components/share/stripsFigure.ts';
import { blocksOf } from '../../src/components/timeline/blocks.ts';
import { momentStrips } from '../../src/components/timeline/momentStrips.ts';
import type { ShownStrips } from '../../src/components/timeline/shownStrips.ts';
import { besideInputs } from '../../src/io/beside.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { clampedCursor, extentOf, fittedSelection } from '../../src/store/cursor.ts';
import type { Derive, Derived } from '../../src/store/derive.ts';
import type { Gradient } from '../../src/store/gradient/gradient.ts';
import { cursorIn } from '../../src/store/runView.ts';
import { fail } from '../arguments.ts';

/** The figure of the strips over time that the page saves: of the states, or of all signals. */
export function stripsFigure(
  moment: Moment,
  derive: Derive,
  gradient: Gradient | null,
  shown: 'states' | 'all',
  options: FigureOptions,
): Figure {
  const strips = stripsOver(moment, derive, gradient, shown);
  if (!fitsFigure(strips))
    return fail('The strips over time have too many numbers for a figure; shorten the sequence.');
  const derived = derive(moment.inputs);
  const cursor = clampedCursor(moment.cursor, extentOf(derived));
  return stripsFigureOf(strips, derived, { ...moment, cursor }, gradient, options);
}

/** The strips of a moment as the page shows them, of every run where it compares several. */
function stripsOver(
  moment: Moment,
  derive: Derive,
  gradient: Gradient | null,
  shown: 'states' | 'all',
): readonly ShownStrips[] {
  const { inputs, cursor, selection } = moment;
  const first = derive(inputs);
  const wanted = (of: Inputs, derived: Derived) => ({
    marks: marksIn(of, derived),
    ...(shown === 'all' && { blocks: blocksOf(derived.cell) }),
  });
  if (!inputs.beside) return [momentStrips(first, moment, gradient, wanted(inputs, first))];
  const others = inputs.beside.map((variation) => besideInputs(inputs, variation));
  return [inputs, ...others].map((own, k) => {
    const derived = k === 0 ? first : derive(own);
    const at = { cursor: cursorIn(cursor, first, derived), selection: fittedSelection(selection, derived) };
    return momentStrips(derived, { ...moment, ...at, inputs: own }, null, {
      ...wanted(own, derived),
      letter: LETTERS[k],
      ended: cursor.t > derived.tape.length,
    });
  });
}

function marksIn(inputs: Inputs, { predictions, encoded }: Derived): ShownStrips['marks'] {
  const asked = predictions && askedOf(inputs, encoded);
  return asked ? marksOf(predictions, asked) : null;
}
