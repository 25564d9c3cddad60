import { useState } from 'react';
import type { Sequence } from '../../io/sequence.ts';
import { useGatescope } from '../../store/context.tsx';

/**
 * The reader's draft beside the sequence in force. `keep` keeps a draft that belongs to a sequence, which may still have to
 * come into force; when another one comes from elsewhere (undo, an example, a link), `drafted` makes the draft anew from it
 * and the old one.
 */
export function useDraft<T>(
  drafted: (sequence: Sequence, old: T | null) => T,
): readonly [draft: T, keep: (draft: T, sequence: Sequence) => void] {
  const sequence = useGatescope((state) => state.inputs.sequence);
  const [held, setHeld] = useState(() => ({ draft: drafted(sequence, null), to: sequence, seen: sequence }));
  let { draft } = held;
  if (held.seen !== sequence) {
    if (held.to !== sequence) draft = drafted(sequence, held.draft);
    setHeld({ draft, to: sequence, seen: sequence });
  }
  return [draft, (next, to) => setHeld({ draft: next, to, seen: sequence })];
}
