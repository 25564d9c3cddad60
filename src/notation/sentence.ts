import type { Cell } from '../cell/cell.ts';
import { previousOf, slotOf } from '../cell/slot.ts';
import { signalOf } from './equation.ts';
import { amount, displayed, percentage } from './number.ts';
import { type Readings, valueAt } from './readings.ts';

/** A piece of a sentence; a piece made from a value carries the slot it comes from. */
export interface SentencePart {
  readonly text: string;
  readonly key: string | null;
}

const PLACEHOLDER = /\{([\w.]+)(?::(\w+))?\}/g;
const formats: Readonly<Record<string, (value: number) => string>> = { percent: percentage, amount };

/**
 * The sentence of a stage with the values of one unit (counted from 0) at timestep t. With the token that is read it begins
 * “Reading “a”, unit 2 …”.
 */
export function sentenceOf(
  given: string,
  readings: Readings,
  t: number,
  unit: number,
  token: string | null = null,
): readonly SentencePart[] {
  const template = token === null ? given : `, ${given.charAt(0).toLowerCase()}${given.slice(1)}`;
  const parts: SentencePart[] =
    token === null
      ? []
      : [
          { text: 'Reading ', key: null },
          { text: token, key: 'x' },
        ];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, key, format] = match;
    if (match.index > end) parts.push({ text: template.slice(end, match.index), key: null });
    if (key === 'unit') parts.push({ text: String(unit + 1), key: null });
    else parts.push({ text: (format ? formats[format] : displayed)(valueAt(readings, key, t, unit)), key });
    end = match.index + whole.length;
  }
  if (end < template.length) parts.push({ text: template.slice(end), key: null });
  return parts;
}

/** The keys of all values that a sentence quotes, each once. */
export const quotedIn = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(PLACEHOLDER)].map(([, key]) => key).filter((key) => key !== 'unit')),
];

/** A sentence that names values of one unit at timestep t and says nothing of how they come from each other. */
export function valuesSentence(
  cell: Cell,
  keys: readonly string[],
  readings: Readings,
  t: number,
  unit: number,
): readonly SentencePart[] {
  const values = keys.flatMap((key, k): SentencePart[] => {
    const { id, kind } = slotOf(key);
    const before = kind === 'previous' ? ' before' : '';
    const start = k === 0 ? `In unit ${unit + 1}, ` : k === keys.length - 1 ? ' and ' : ', ';
    return [
      { text: `${start}the ${signalOf(cell, id).info.label}${before} is `, key: null },
      { text: displayed(valueAt(readings, key, t, unit)), key },
    ];
  });
  return [...values, { text: '.', key: null }];
}

/** A sentence as plain text. */
export const sentenceText = (parts: readonly SentencePart[]): string => parts.map((part) => part.text).join('');

/** Returns the placeholders in the cell's sentences that it cannot fill; empty for a correct cell. */
export function sentenceProblems(cell: Cell): readonly string[] {
  const known = new Set(['unit', ...cell.signals.map((s) => s.id), ...cell.states.map((s) => previousOf(s.id))]);
  return cell.stages.flatMap(({ id, sentence }) => {
    const rest = sentence.replace(PLACEHOLDER, '');
    const broken = /[{}]/.test(rest) ? [`${cell.name}, ${id}: a brace is not closed`] : [];
    const late = sentence.startsWith('Unit {unit} ')
      ? []
      : [`${cell.name}, ${id}: a sentence begins with “Unit {unit}”`];
    const wrong = [...sentence.matchAll(PLACEHOLDER)]
      .filter(([, key, format]) => !known.has(key) || (format !== undefined && !Object.hasOwn(formats, format)))
      .map(([whole]) => `${cell.name}, ${id}: ${whole} cannot be filled`);
    return [...broken, ...late, ...wrong];
  });
}
