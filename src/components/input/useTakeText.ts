import { encode, sameFeatures } from '../../io/encode.ts';
import type { Reading } from '../../io/reading.ts';
import type { Sequence, TokenUnit } from '../../io/sequence.ts';
import { readText } from '../../io/tokens.ts';
import { headIn } from '../../io/weights.ts';
import { firstLetterInputs, firstLetterText } from '../../presets/firstLetter.ts';
import { useInstance } from '../../store/context.tsx';
import { refusalOf } from '../../text/refusal.ts';

interface Typed {
  readonly text: string;
  readonly unit: TokenUnit;
  readonly vocabulary: readonly string[] | null;
}

/** What came of a text: the sequence that is read now, or a sentence on why it cannot be. */
type Taken = { readonly sequence: Sequence; readonly notes: readonly string[] } | { readonly fault: string };

/**
 * Gives a text to the cell; a vocabulary that does not know one of its tokens follows the text. A network that has
 * learned other tokens cannot read it: then the cell is set by hand to name the first letter of any text or, where it has
 * no such weights, reads with random ones.
 */
export function useTakeText(): (typed: Typed, gesture: string | undefined) => Taken {
  const { actions, derived, getState } = useInstance();
  const given = (reading: Reading, give: (sequence: Sequence) => Sequence): Taken => {
    if (reading.ok !== true) return { fault: reading.ok === false ? reading.message : reading.question };
    let sequence: Sequence = reading.sequence;
    const fault = refusalOf(() => {
      sequence = give(reading.sequence);
    });
    return fault === null ? { sequence, notes: reading.notes } : { fault };
  };
  return ({ text, unit, vocabulary }, gesture) => {
    const { inputs } = getState();
    const kept = readText(text, unit, vocabulary);
    const reading = kept.ok === true ? kept : readText(text, unit);
    const learned = headIn(inputs) !== null;
    return given(reading, (sequence) => {
      const foreign = learned && !sameFeatures(encode(sequence).features, derived().encoded.features);
      const named = foreign && sequence.kind === 'text' && firstLetterInputs(inputs.cell, firstLetterText(sequence));
      if (named) actions.switchTo(named, gesture);
      else actions.setSequence(sequence, gesture);
      return named ? named.sequence : sequence;
    });
  };
}
