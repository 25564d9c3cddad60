import type { Sequence } from '../../io/sequence.ts';
import { useActions } from '../../store/context.tsx';
import { refusalOf } from '../../text/refusal.ts';

/** Puts a sequence in force; returns null, or the sentence on why it cannot be shown. */
export function useSetSequence(): (sequence: Sequence, gesture?: string) => string | null {
  const { setSequence } = useActions();
  return (sequence, gesture) => refusalOf(() => setSequence(sequence, gesture));
}
