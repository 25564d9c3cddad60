import type { Cell } from '../cell/cell.ts';
import { idOfKey } from '../cell/slot.ts';
import { chosenCell } from '../io/cellChoice.ts';
import { encode, sameFeatures } from '../io/encode.ts';
import type { Inputs, Moment } from '../io/moment.ts';
import { type Home, openedEntries } from '../io/opening.ts';
import { readText } from '../io/tokens.ts';
import { headIn, seededWeights } from '../io/weights.ts';
import { firstLetterInputs, firstLetterText } from '../presets/firstLetter.ts';
import type { Inline, Lesson, LessonFault, LessonView } from './lesson.ts';

/** A view as a moment of an instance, with what could not be used of it. */
export interface OpenedView {
  readonly moment: Moment;
  readonly notices: readonly string[];
}

/**
 * The moment of a view. `ownText` takes the place of the view's text where the view asks for it; null leaves it. A value
 * that the reader is asked for is not computed yet: the moment ends before it. Never rejects.
 */
export async function openedView(view: LessonView, ownText: string | null, home: Home): Promise<OpenedView> {
  const { moment, notices } = await openedEntries(view.entries, home);
  const inputs = view.ownText && ownText ? reading(moment.inputs, ownText) : moment.inputs;
  const said = [...notices];
  const T = encode(inputs.sequence).tokens.length;
  const t = Math.min(moment.cursor.t, T);
  if (!view.asked) return { moment: { ...moment, inputs, cursor: { ...moment.cursor, t } }, notices: said };
  const { signal, unit } = view.asked;
  const at = chosenCell(inputs).signals.findIndex(({ id }) => id === signal);
  if (at < 0) said.push(`${inputs.cell} has no signal “${signal}” to ask for.`);
  if (unit >= inputs.H) said.push(`There is no unit ${unit + 1}: the view has ${inputs.H} units.`);
  const position = at < 0 ? moment.cursor.position : at;
  const selection = { signal: null, unit: Math.min(unit, inputs.H - 1) };
  return { moment: { ...moment, inputs, cursor: { t, position }, selection }, notices: said };
}

/**
 * Inputs that read this text. Weights that have learned other tokens cannot: in their place come those that name the
 * first token of any text or, for a cell without such weights, random ones.
 */
function reading(inputs: Inputs, text: string): Inputs {
  const unit = inputs.sequence.kind === 'text' ? inputs.sequence.unit : 'characters';
  const known = inputs.sequence.kind === 'text' ? inputs.sequence.vocabulary : null;
  const kept = readText(text, unit, known);
  const read = kept.ok === true ? kept : readText(text, unit);
  if (read.ok !== true || read.sequence.kind !== 'text') return inputs;
  const { sequence } = read;
  if (headIn(inputs) === null) return { ...inputs, sequence };
  if (sameFeatures(encode(sequence).features, encode(inputs.sequence).features)) return { ...inputs, sequence };
  return (
    firstLetterInputs(inputs.cell, firstLetterText(sequence)) ?? {
      ...inputs,
      sequence,
      weights: seededWeights(inputs.weights.initialisation),
    }
  );
}

/** What the author of a lesson should mend in its views and in its references to signals. Never rejects. */
export async function viewFaults({ chapters }: Lesson, home: Home): Promise<readonly LessonFault[]> {
  const faults: LessonFault[] = [];
  for (const { parts } of chapters) {
    let cell: Cell | null = null;
    for (const { view, blocks } of parts) {
      if (view) {
        const { moment, notices } = await openedView(view, null, home);
        cell = chosenCell(moment.inputs);
        for (const sentence of notices) faults.push({ line: view.line, sentence });
      }
      for (const { signal, line } of blocks.flatMap((block) => signalsIn(inlinesOf(block))))
        if (cell && !cell.signals.some(({ id }) => id === idOfKey(signal)) && signal !== 'x')
          faults.push({ line, sentence: `${cell.name} has no signal “${signal}”.` });
    }
  }
  return faults;
}

const inlinesOf = (block: Lesson['chapters'][number]['parts'][number]['blocks'][number]): readonly Inline[] =>
  block.kind === 'paragraph' ? block.children : block.kind === 'list' ? block.items.flat() : [];

const signalsIn = (inlines: readonly Inline[]): readonly { signal: string; line: number }[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'signal') return [inline, ...signalsIn(inline.children)];
    if (inline.kind === 'equation') return [inline];
    return 'children' in inline ? signalsIn(inline.children) : [];
  });
