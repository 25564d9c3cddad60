import { useId } from 'react';
import { limitSentences } from '../../io/limits.ts';
import { fieldDirection } from '../../text/fieldDirection.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { useTextDraft } from './useTextDraft.ts';
import { Vocabulary } from './Vocabulary.tsx';

/** Text that the cell reads token by token, taken over while it is typed. */
export function TextInput() {
  const id = useId();
  const { draft, inForce, take, endSpell, begin } = useTextDraft();
  const choose: typeof take = (change) => {
    take(change);
    begin();
  };
  const { text, unit, vocabulary, fault, notes } = draft;
  return (
    <div className="stack text-input">
      <label htmlFor={id}>Text for the cell to read</label>
      <textarea
        id={id}
        rows={3}
        dir={fieldDirection(text)}
        spellCheck={false}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}limits ${id}fault`}
        onChange={(event) => take({ text: event.target.value }, true)}
        onBlur={() => {
          endSpell();
          begin();
        }}
      />
      <p className="hint" id={`${id}limits`}>
        {limitSentences.text}
      </p>
      <div id={`${id}fault`}>
        {fault !== null && (
          <Fault>
            {fault} {inForce && 'The previous sequence stays in use.'}
          </Fault>
        )}
        {notes.map((note) => (
          <p key={note} className="hint" role="status">
            {note}
          </p>
        ))}
      </div>
      {!inForce && <Button onClick={() => choose({})}>Use this text</Button>}
      <fieldset className="choices">
        <legend>Tokens are</legend>
        {(['characters', 'words'] as const).map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`${id}unit`}
              checked={unit === each}
              onChange={() => choose({ unit: each, vocabulary: null })}
            />
            {each}
          </label>
        ))}
      </fieldset>
      {inForce && <Vocabulary fixed={vocabulary !== null} onFix={(tokens) => choose({ vocabulary: tokens })} />}
    </div>
  );
}
