import { useId, useRef } from 'react';
import { limitSentences } from '../../io/limits.ts';
import type { Sequence, TokenUnit } from '../../io/sequence.ts';
import { useGatescope } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { useDraft } from './useDraft.ts';
import { useTakeText } from './useTakeText.ts';
import { Vocabulary } from './Vocabulary.tsx';

interface Draft {
  readonly text: string;
  readonly unit: TokenUnit;
  readonly vocabulary: readonly string[] | null;
  readonly fault: string | null;
  readonly notes: readonly string[];
}

const drafted = (sequence: Sequence, old: Draft | null): Draft => {
  if (sequence.kind === 'text') return { ...sequence, fault: null, notes: [] };
  return old ?? { text: '', unit: 'characters', vocabulary: null, fault: null, notes: [] };
};

/** Text that the cell reads token by token, taken over while it is typed. */
export function TextInput() {
  const id = useId();
  const sequence = useGatescope((state) => state.inputs.sequence);
  const takeText = useTakeText();
  const [draft, keep] = useDraft(drafted);
  /** One spell of typing is undone as one change. */
  const spell = useRef(0);
  const { text, unit, vocabulary, fault, notes } = draft;
  const inForce = sequence.kind === 'text';

  const take = (change: Partial<Draft>, gesture?: string): void => {
    const next = { ...draft, ...change };
    const taken = takeText(next, gesture);
    if ('fault' in taken) keep({ ...next, fault: taken.fault, notes: [] }, sequence);
    else keep({ ...drafted(taken.sequence, next), notes: taken.notes }, taken.sequence);
  };
  return (
    <div className="stack text-input">
      <label htmlFor={id}>Text for the cell to read</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        spellCheck={false}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}limits ${id}fault`}
        onChange={(event) => take({ text: event.target.value }, `${id}${spell.current}`)}
        onBlur={() => spell.current++}
      />
      <p className="hint" id={`${id}limits`}>
        {limitSentences.text}
      </p>
      <div id={`${id}fault`}>
        {fault !== null && (
          <Fault>
            {fault} {inForce && 'The sequence before stays in force.'}
          </Fault>
        )}
        {notes.map((note) => (
          <p key={note} className="hint" role="status">
            {note}
          </p>
        ))}
      </div>
      {!inForce && <Button onClick={() => take({})}>Use this text</Button>}
      <fieldset className="choices">
        <legend>Tokens are</legend>
        {(['characters', 'words'] as const).map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`${id}unit`}
              checked={unit === each}
              onChange={() => take({ unit: each, vocabulary: null })}
            />
            {each}
          </label>
        ))}
      </fieldset>
      {inForce && <Vocabulary fixed={vocabulary !== null} onFix={(tokens) => take({ vocabulary: tokens })} />}
    </div>
  );
}
