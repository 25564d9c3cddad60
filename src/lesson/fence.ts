import { quoted } from '../io/reading.ts';
import { keyNames } from '../io/urlTable.ts';
import { ideas } from '../questions/ideas/index.ts';
import { ideaOf } from '../questions/make.ts';
import type { AskedValue, LessonFault, LessonQuestion, LessonView } from './lesson.ts';

/** Keys of a link that a view may carry beside those of the table. */
const beside: readonly string[] = ['preset', 'parts'];

interface Line {
  readonly line: number;
  readonly text: string;
}

/** Non-empty lines of a fence; `first` is the line number below the opening fence. */
function linesOf(fence: string, first: number): readonly Line[] {
  return fence
    .split('\n')
    .map((text, k) => ({ line: first + k, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

/**
 * The view that a fence describes, one `key=value` a line in the keys of a link, unescaped. It changes `before`, the view
 * above it in the same chapter, in what it names. `?text=…` asks for the reader's own text, `?f` or `?f:2` for the value
 * of a signal (of unit 2, counted from 1), `?f:2 to 9` for its curve up to timestep 9, `?answer` for what the network answers. What cannot be read is left out with a fault.
 */
export function viewIn(fence: string, first: number, before: LessonView | null, faults: LessonFault[]): LessonView {
  const named: Record<string, string> = {};
  let ownText: boolean | null = null;
  let asked: AskedValue | null = null;
  for (const { line, text } of linesOf(fence, first)) {
    const [, question, name, value] = /^(\??)\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(text) ?? [];
    const fault = (sentence: string) => faults.push({ line, sentence });
    if (question && name !== 'text') {
      const [, signal, unit = '1', to] = /^([\p{L}_]+)(?::([1-9]\d?))?(?:\s+to\s+([1-9]\d{0,4}))?$/u.exec(name) ?? [];
      if (!signal || value !== undefined || (signal === 'answer' && to))
        fault(
          `${quoted(text)} asks for nothing: write ?text=… for a text, ?f or ?f:2 for the value of a signal, ?f:2 to 9 for its curve, or ?answer.`,
        );
      else
        asked =
          signal === 'answer'
            ? { kind: 'answer' }
            : { kind: 'value', signal, unit: Number(unit) - 1, ...(to && { to: Number(to) }) };
    } else if (value === undefined) fault(`${quoted(text)} has no value: write ${name || 'key'}=value.`);
    else if (!isKey(name))
      fault(`${quoted(name)} is not a key of a view; the keys are those of a link, such as cell, text or t.`);
    else {
      if (name === 'text') ownText = question === '?';
      named[name] = value;
    }
  }
  const entries = merged(before?.entries, named);
  // a view that starts afresh reads its own network's text
  ownText ??= 'text' in entries && (before?.ownText ?? false);
  return { line: first - 1, entries, ownText, asked };
}

const isKey = (name: string): boolean => beside.includes(name) || (keyNames as readonly string[]).includes(name);

/** A view with its own cell or preset starts afresh; otherwise it keeps the keys of the view before, except for the position within the timestep. */
function merged(before: LessonView['entries'] | undefined, named: LessonView['entries']): LessonView['entries'] {
  if (!before || 'preset' in named || 'cell' in named) return named;
  const kept = Object.entries(before).filter(([name]) => name !== 'done' && !(name === 'text' && 'rows' in named));
  return { ...Object.fromEntries(kept), ...named };
}

/** The question that a fence describes: `idea`, its `form` from 1 to 3 and a `seed`. Null with a fault if there is none. */
export function questionIn(fence: string, first: number, faults: LessonFault[]): LessonQuestion | null {
  const given: Record<string, Line> = {};
  for (const { line, text } of linesOf(fence, first)) {
    const [, name, value] = /^(\w+)\s*=\s*(.*)$/.exec(text) ?? [];
    if (name === undefined || !['idea', 'form', 'seed'].includes(name))
      faults.push({ line, sentence: `${quoted(text)} is not understood: a question has idea=…, form=… and seed=….` });
    else given[name] = { line, text: value };
  }
  const whole = (name: string, low: number, high: number): number => {
    const { line, text } = given[name] ?? { line: first, text: String(low) };
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    faults.push({
      line,
      sentence: `The ${name} is ${quoted(text)}; it must be a whole number from ${low} to ${high}.`,
    });
    return low;
  };
  const [form, seed] = [whole('form', 1, 3) - 1, whole('seed', 0, 999_999_999)];
  if (given.idea && ideaOf(given.idea.text)) return { idea: given.idea.text, form, seed };
  const { line, text } = given.idea ?? { line: first - 1, text: '' };
  faults.push({
    line,
    sentence: text
      ? `There is no idea ${quoted(text)}. The ideas are ${ideas.map(({ id }) => id).join(', ')}.`
      : 'This question names no idea: write idea=forget-gate, for example.',
  });
  return null;
}
