import { useId, useRef } from 'react';
import type { Sequence, TokenUnit } from '../../io/sequence.ts';
import { isFirstLetter } from '../../presets/firstLetter.ts';
import { useGatescope, useInstance } from '../../store/context.tsx';
import type { Inputs } from '../../store/state.ts';
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
  /**
   * Once the reader is done: goes to the first timestep that is not as it was before, so that what is new can be stepped
   * through; `fromEnd`: only where nothing is left to step through.
   */
  readonly begin: (fromEnd?: boolean) => void;
}

/** The inputs with the tokens that they are read as. */
interface Read {
  readonly inputs: Inputs;
  readonly tokens: readonly string[];
}

/** The first timestep, counted from 1, that is not as it was: where another token is read, or all with another network; 0 if none is. */
const firstNew = (before: Read, now: Read): number =>
  isFirstLetter(before.inputs) === isFirstLetter(now.inputs)
    ? now.tokens.findIndex((token, k) => token !== before.tokens[k]) + 1
    : 1;

/** The text that the cell reads, taken over while it is typed. */
export function useTextDraft(): TextDraft {
  const id = useId();
  const sequence = useGatescope((state) => state.inputs.sequence);
  const takeText = useTakeText();
  const [draft, keep] = useDraft(drafted);
  const spell = useRef(0);
  const { actions, derive, getState } = useInstance();
  const read = (): Read => {
    const { inputs } = getState();
    return { inputs, tokens: derive(inputs).encoded.tokens };
  };
  const before = useRef<Read | null>(null);
  return {
    draft,
    inForce: sequence.kind === 'text',
    take(change, typed = false) {
      before.current ??= read();
      const next = { ...draft, ...change };
      const taken = takeText(next, typed ? `${id}${spell.current}` : undefined);
      if ('fault' in taken) keep({ ...next, fault: taken.fault, notes: [] }, sequence);
      else keep({ ...drafted(taken.sequence, next), notes: taken.notes }, taken.sequence);
    },
    endSpell: () => {
      spell.current++;
    },
    begin(fromEnd = false) {
      const now = read();
      const t = before.current && firstNew(before.current, now);
      before.current = null;
      if (t && (!fromEnd || getState().cursor.t === now.tokens.length)) actions.goTo(t, undefined, 'jump');
    },
  };
}
