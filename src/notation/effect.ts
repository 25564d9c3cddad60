import { inQuotes } from '../text/tokens.ts';
import { likeliest, type OutputRow, outputText } from './outputs.ts';

/** The answers of a run at a timestep, without and with interventions. */
export interface EffectOn {
  readonly timestep: number;
  readonly outputs: readonly string[];
  readonly free: OutputRow;
  readonly changed: OutputRow;
}

/**
 * The effect of interventions in a line: “Answer at 22: b 98 % → a 61 %; first changed: C at 5.” `first` is the first
 * signal that is not changed by force; null where nothing follows.
 */
export function effectSentence(
  answer: EffectOn | null,
  first: { readonly label: string; readonly timestep: number } | null,
): string {
  const changed = first ? `first changed: ${first.label} at ${first.timestep}` : 'nothing else changes';
  if (!answer) return `${changed[0].toUpperCase()}${changed.slice(1)}.`;
  return `Answer at ${answer.timestep}: ${answerOf(answer, 'free')} → ${answerOf(answer, 'changed')}; ${changed}.`;
}

function answerOf({ outputs, ...rows }: EffectOn, of: 'free' | 'changed'): string {
  const row = rows[of];
  const shown = row.probabilities ? [likeliest(row.y)] : outputs.map((_, k) => k);
  return shown.map((k) => `${inQuotes(outputs[k])} ${outputText(row, k)}`).join(', ');
}
