import type { Sequence, TokenUnit } from '../../io/sequence.ts';
import { isForeign, readByHand, readTextOver } from '../../presets/foreignText.ts';
import { useInstance } from '../../store/context.tsx';
import { refusalOf } from '../../text/refusal.ts';

interface Typed {
  readonly text: string;
  readonly unit: TokenUnit;
  readonly vocabulary: readonly string[] | null;
}

/** The result of taking a text: the new sequence, or a sentence on why it cannot be read. */
type Taken = { readonly sequence: Sequence; readonly notes: readonly string[] } | { readonly fault: string };

/**
 * Gives a text to the cell; a vocabulary that does not know one of its tokens follows the text. A network that has
 * learned other tokens cannot read it: then the cell is set by hand to name the first letter of any text or, where it has
 * no such weights, reads with random ones.
 */
export function useTakeText(): (typed: Typed, gesture: string | undefined) => Taken {
  const { actions, getState } = useInstance();
  return ({ text, unit, vocabulary }, gesture) => {
    const reading = readTextOver(vocabulary, text, unit);
    if (!reading.ok) return { fault: reading.message };
    const { inputs } = getState();
    let { sequence }: { sequence: Sequence } = reading;
    const fault = refusalOf(() => {
      const byHand = isForeign(inputs, reading.sequence) ? readByHand(inputs, reading.sequence) : null;
      if (byHand) actions.switchTo(byHand, gesture);
      else actions.setSequence(sequence, gesture);
      if (byHand) ({ sequence } = byHand);
    });
    return fault === null ? { sequence, notes: reading.notes } : { fault };
  };
}
