import type { Cell } from '../cell/cell.ts';
import { idOfKey } from '../cell/slot.ts';
import { chosenCell } from '../io/cellChoice.ts';
import { encode } from '../io/encode.ts';
import type { Inputs, Moment } from '../io/moment.ts';
import { type Home, opened, openedEntries } from '../io/opening.ts';
import { quoted } from '../io/reading.ts';
import type { TokenUnit } from '../io/sequence.ts';
import { tokensOf } from '../io/tokens.ts';
import { headIn, seededWeights } from '../io/weights.ts';
import { firstLetterText } from '../presets/firstLetter.ts';
import { isForeign, readByHand, readTextOver } from '../presets/foreignText.ts';
import { lastDrawn } from '../questions/curve.ts';
import { createDerive } from '../store/derive.ts';
import type { Block, Inline, Lesson, LessonFault, LessonView } from './lesson.ts';
import { namesLesson } from './namesLesson.ts';

/** A view as a moment of an instance, with what could not be used of it. */
export interface OpenedView {
  readonly moment: Moment;
  readonly notices: readonly string[];
}

/**
 * The moment of a view. `ownText` takes the place of the view's text where the view asks for it; null leaves it. What the
 * reader is asked for is not computed yet: the moment ends before it. Never rejects.
 */
export async function openedView(view: LessonView, ownText: string | null, home: Home): Promise<OpenedView> {
  const entries = new Map(Object.entries({ parts: 'diagram', ...view.entries }));
  const text = view.ownText ? (ownText ?? entries.get('text') ?? '') : null;
  const unit = unitOf(view);
  if (text !== null) for (const name of ['text', 'tokens', 't']) entries.delete(name);
  const { moment, notices } = await openedEntries(entries, home);
  if (text === null) return withAsked(moment, view, notices);
  const inputs = reading(moment.inputs, text, unit);
  const { tokens } = encode(inputs.sequence);
  const wished = Number(view.entries.t ?? 1);
  const inAuthors = Number.isInteger(wished) && wished > 0 ? wished : 1;
  const repeated = tokens.findIndex((_, k) => comesAgain(tokens, k + 1)) + 1;
  const t =
    readsRepeated(view) && repeated > 0 && !comesAgain(tokens, inAuthors)
      ? repeated
      : Math.min(inAuthors, tokens.length);
  const asked = withAsked({ ...moment, inputs, cursor: { ...moment.cursor, t } }, view, notices);
  return ownText !== null && readsRepeated(view) && comesAgain(tokens, t) ? inClearestUnit(asked, view, tokens) : asked;
}

/**
 * Asks about the unit in which the two occurrences of the reader's word differ most: by chance they may be close in another,
 * and whoever takes them for equal would be right.
 */
function inClearestUnit(opened: OpenedView, { asked }: LessonView, tokens: readonly string[]): OpenedView {
  const { inputs, cursor, selection } = opened.moment;
  if (asked?.kind !== 'value' || !chosenCell(inputs).signals.some(({ id }) => id === asked.signal)) return opened;
  const { tape } = createDerive()(inputs);
  const [before, again] = [tokens.indexOf(tokens[cursor.t - 1]) + 1, cursor.t].map((t) => tape.values(asked.signal, t));
  const apart = Array.from(again, (value, k) => Math.abs(value - before[k]));
  return {
    ...opened,
    moment: { ...opened.moment, selection: { ...selection, unit: apart.indexOf(Math.max(...apart)) } },
  };
}

const unitOf = ({ entries }: LessonView): TokenUnit => (entries.tokens === 'words' ? 'words' : 'characters');

/** True if the token that a view shows of its author's text was read before: the view is about one that comes again. */
const readsRepeated = (view: LessonView): boolean =>
  comesAgain(tokensOf(view.entries.text ?? '', unitOf(view)), Number(view.entries.t ?? 1));

/** Says that a view is about a token that comes again and that these, the reader's own, have none; null if there is no such lack. */
export function lackOfRepeated(view: LessonView, tokens: readonly string[]): string | null {
  if (!readsRepeated(view) || tokens.some((_, k) => comesAgain(tokens, k + 1))) return null;
  const token = unitOf(view) === 'words' ? 'word' : 'letter';
  return `No ${token} of your sentence comes twice. Repeat one, and the question is about it.`;
}

/** True if the token at this timestep was read before: a question about it is one about a token that comes again. */
const comesAgain = (tokens: readonly string[], t: number): boolean =>
  t <= tokens.length && tokens.indexOf(tokens[t - 1]) < t - 1;

/** The moment before what is asked for is computed. */
function withAsked(moment: Moment, { asked, ownText }: LessonView, notices: readonly string[]): OpenedView {
  if (!asked) return { moment, notices };
  const { inputs, cursor } = moment;
  const cell = chosenCell(inputs);
  const wrong = [...notices];
  if (asked.kind === 'answer' && headIn(inputs) === null)
    wrong.push('These weights answer nothing: no answer can be asked for.');
  const signal = asked.kind === 'value' ? asked.signal : cell.output;
  const unit = asked.kind === 'value' ? asked.unit : 0;
  const at = cell.signals.findIndex(({ id }) => id === signal);
  if (at < 0) wrong.push(`${cell.name} has no signal ${quoted(signal)} to ask for.`);
  if (unit >= inputs.H) wrong.push(`There is no unit ${unit + 1} to ask for: the cell has ${inputs.H} units.`);
  const to = asked.kind === 'value' ? asked.to : undefined;
  const T = encode(inputs.sequence).tokens.length;
  // the length of the reader's own text is not the author's to know
  if (to !== undefined && !ownText && lastDrawn(cursor.t, to, T) !== to) {
    const last = lastDrawn(cursor.t, T, T);
    const remedy = last > cursor.t ? `end it at timestep ${cursor.t + 1} to ${last}` : 'no timestep follows';
    wrong.push(`A curve from timestep ${cursor.t} cannot be drawn to ${to}: ${remedy}.`);
  }
  const position = at < 0 ? cursor.position : at;
  const selection = { signal: null, unit: Math.min(unit, inputs.H - 1) };
  return { moment: { ...moment, cursor: { ...cursor, position }, selection }, notices: wrong };
}

/**
 * Inputs that read this text. Weights that have learned other tokens cannot: in their place come those that name the
 * first token of any text or, for a cell without such weights, random ones.
 */
function reading(inputs: Inputs, text: string, unit: TokenUnit): Inputs {
  const known = inputs.sequence.kind === 'text' && inputs.sequence.unit === unit ? inputs.sequence.vocabulary : null;
  const read = readTextOver(known, text, unit);
  if (!read.ok) return inputs;
  const { sequence } = read;
  if (isForeign(inputs, sequence)) {
    const weights = seededWeights(inputs.weights.initialisation);
    return readByHand(inputs, sequence) ?? { ...inputs, sequence: firstLetterText(sequence), weights };
  }
  // random weights belong to the places of the vocabulary: in the order of the text every text would give the same numbers
  return { ...inputs, sequence: inputs.weights.kind === 'seeded' ? firstLetterText(sequence) : sequence };
}

/** Finds the faults in the views of a lesson, in its references to signals and in its links to views. Never rejects. */
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
      for (const { href, line } of blocks.flatMap((block) => linksIn(inlinesOf(block))))
        for (const sentence of await noticesOfLink(href, home)) faults.push({ line, sentence });
      for (const { signal, line } of blocks.flatMap((block) => signalsIn(inlinesOf(block))))
        if (cell && !cell.signals.some(({ id }) => id === idOfKey(signal)) && signal !== 'x')
          faults.push({ line, sentence: `${cell.name} has no signal “${signal}”; it has ${namesOf(cell)}.` });
    }
  }
  return faults;
}

const namesOf = ({ signals }: Cell): string => signals.map(({ id }) => id).join(', ');

const inlinesOf = (block: Block): readonly Inline[] =>
  block.kind === 'paragraph' ? block.children : block.kind === 'list' ? block.items.flat() : [];

type Link = Extract<Inline, { kind: 'link' }>;

const linksIn = (inlines: readonly Inline[]): readonly Link[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'link') return [inline];
    return 'children' in inline ? linksIn(inline.children) : [];
  });

/** The sentences on what a link to a view of Explore asks for and does not get. */
async function noticesOfLink(href: string, home: Home): Promise<readonly string[]> {
  const [, hash] = /^(?:\.\/(?:index|embed)\.html)?(#.*)$/.exec(href) ?? [];
  if (hash === undefined || namesLesson(hash)) return [];
  const { notices } = await opened(hash, home);
  return notices.map((sentence) => `The link to ${quoted(href)} opens with a notice: ${sentence}`);
}

const signalsIn = (inlines: readonly Inline[]): readonly { signal: string; line: number }[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'signal') return [inline, ...signalsIn(inline.children)];
    if (inline.kind === 'equation') return [inline];
    return 'children' in inline ? signalsIn(inline.children) : [];
  });
