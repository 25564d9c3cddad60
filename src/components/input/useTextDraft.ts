import { useId, useRef } from 'react';
import type { Sequence, TokenUnit } from '../../io/sequence.ts';
import { useGatescope } from '../../store/context.tsx';
import { useDraft } from './useDraft.ts';
import { useTakeText } from './useTakeText.ts';

/** A text while it is typed. */
interface Draft {
  readonly text: string;
  readonly unit: TokenUnit;
  readonly vocabulary: readonly string[] | null;
  /** The reason why the text is not in force: a sentence; null if it is. */
  readonly fault: string | null;
  readonly notes: readonly string[];
}

const drafted = (sequence: Sequence, old: Draft | null): Draft => {
  if (sequence.kind === 'text') return { ...sequence, fault: null, notes: [] };
  return old ?? { text: '', unit: 'characters', vocabulary: null, fault: null, notes: [] };
};

interface TextDraft {
  readonly draft: Draft;
  /** True if the cell reads a text at present. */
  readonly inForce: boolean;
  /** Changes the text and gives it to the cell, if it can be read; what is `typed` in one spell is undone as one change. */
  readonly take: (change: Partial<Draft>, typed?: boolean) => void;
  readonly endSpell: () => void;
}

/** The text that the cell reads, taken over while it is typed. */
export function useTextDraft(): TextDraft {
  const id = useId();
  const sequence = useGatescope((state) => state.inputs.sequence);
  const takeText = useTakeText();
  const [draft, keep] = useDraft(drafted);
  const spell = useRef(0);
  return {
    draft,
    inForce: sequence.kind === 'text',
    take(change, typed = false) {
      const next = { ...draft, ...change };
      const taken = takeText(next, typed ? `${id}${spell.current}` : undefined);
      if ('fault' in taken) keep({ ...next, fault: taken.fault, notes: [] }, sequence);
      else keep({ ...drafted(taken.sequence, next), notes: taken.notes }, taken.sequence);
    },
    endSpell: () => {
      spell.current++;
    },
  };
}
