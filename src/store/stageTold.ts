import type { Cell } from '../cell/cell.ts';
import { told } from '../cells/told.ts';
import { quotedIn, type SentencePart, sentenceOf, valuesSentence } from '../notation/sentence.ts';
import type { Derived } from './derive.ts';
import { heldWords } from './pinWords.ts';

/** A stage in words. */
interface StageTold {
  /** The interventions on what the stage computes, in words. */
  readonly changes: readonly string[];
  readonly sentence: readonly SentencePart[];
}

/**
 * Tells a stage at timestep t by the values of one unit. Where an intervention breaks what the sentence says of how its
 * values come from each other, it tells the values alone; `token` is read, unless the input is changed.
 */
export function stageTold(
  { cell, tape, interventions }: Pick<Derived, 'cell' | 'tape' | 'interventions'>,
  { id, signals }: Cell['stages'][number],
  t: number,
  unit: number,
  token: string,
): StageTold {
  const sentence = told(cell.declaration).stages.find((stage) => stage.id === id)?.sentence ?? '';
  const changesOf = (id: string): readonly string[] => heldWords(cell, interventions, id, t, unit);
  const ofInput = interventions.map((one) => (one.key === 'x' ? { ...one, units: null } : one));
  const read = heldWords(cell, ofInput, 'x', t, unit).length > 0 ? null : token;
  const follows = (id: string): boolean => cell.signals.some((one) => one.id === id && !one.affine);
  const broken = quotedIn(sentence).some((key) => follows(key) && changesOf(key).length > 0);
  return {
    changes: signals.flatMap(changesOf),
    sentence: broken
      ? valuesSentence(cell, quotedIn(sentence), tape, t, unit)
      : sentenceOf(sentence, tape, t, unit, read),
  };
}
