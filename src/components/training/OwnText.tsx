import { type FormEvent, useId, useState } from 'react';
import type { TokenUnit } from '../../io/sequence.ts';
import { MOST_BYTES, subjectOfText, WINDOW } from '../../store/training/ownData.ts';
import { withCommas } from '../../text/counts.ts';
import { fieldDirection } from '../../text/fieldDirection.ts';
import { refusalOf } from '../../text/refusal.ts';
import type { Subject } from '../../training/subject.ts';
import { MAX_WINDOW } from '../../training/tasks/ownData.ts';
import { NumberField } from '../parameters/NumberField.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { DataFile } from './DataFile.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

/** Longer texts are not shown in the field. */
const SHOWN = 20_000;

type TextSubject = Extract<Subject, { kind: 'text' }>;

/** The text as tokens for the field; words are joined by spaces. */
function textOf(subject: TextSubject | null): string {
  if (!subject) return '';
  const { text } = subject;
  return typeof text === 'string' ? text : text.join(isWords(text) ? ' ' : '');
}

const isWords = (tokens: readonly string[]): boolean =>
  !tokens.some((token) => /\s/.test(token)) && tokens.some((token) => /\p{L}{2}/u.test(token));

const unitOf = (subject: TextSubject | null): TokenUnit =>
  subject && typeof subject.text !== 'string' && isWords(subject.text) ? 'words' : 'characters';

/** A text of the reader's own, whose next token is to be guessed. */
export function OwnText() {
  const id = useId();
  const { setSubject } = useTrainingActions();
  const learned = useTraining(({ plan }) => (plan.subject.kind === 'text' ? plan.subject : null));
  /** Data last set by this field, or shown in it after a change elsewhere. */
  const [given, setGiven] = useState(learned);
  const [text, setText] = useState(() => textOf(learned));
  const [unit, setUnit] = useState<TokenUnit>(unitOf(learned));
  const [window, setWindow] = useState(learned?.window ?? WINDOW);
  const [fault, setFault] = useState<string | null>(null);
  if (learned && textOf(learned) !== textOf(given)) {
    setGiven(learned);
    setText(textOf(learned));
    setUnit(unitOf(learned));
    setWindow(learned.window);
    setFault(null);
  }
  /** Learns from a text, or says why not; `source` is the file that it is from. */
  const take = (typed: string, source = ''): boolean => {
    const refusal = refusalOf(() => {
      const subject = subjectOfText(typed, unit, window);
      setSubject(subject);
      setGiven(subject);
    });
    setFault(refusal === null ? null : `${source}${refusal}`);
    return refusal === null;
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    take(text);
  };
  const long = text.length > SHOWN;
  return (
    <form className="stack own-data" onSubmit={onSubmit}>
      <label htmlFor={id}>
        A text to learn from: the next {unit === 'words' ? 'word' : 'character'} is to be guessed
      </label>
      <textarea
        id={id}
        rows={5}
        dir={fieldDirection(text)}
        spellCheck={false}
        readOnly={long}
        value={long ? `${text.slice(0, SHOWN)}…` : text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}fault`}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setFault(null);
        }}
      />
      {long && (
        <p className="hint">
          {withCommas(text.length)} characters, of which the first are shown.{' '}
          <Button look="link" onClick={() => setText('')}>
            Clear the field
          </Button>
        </p>
      )}
      <div className="row">
        <fieldset className="choices">
          <legend>Tokens are</legend>
          {(['characters', 'words'] as const).map((each) => (
            <label key={each} className="choice">
              <input type="radio" name={`${id}unit`} checked={unit === each} onChange={() => setUnit(each)} />
              {each}
            </label>
          ))}
        </fieldset>
        <NumberField
          label="Window in timesteps"
          value={window}
          step={1}
          min={1}
          max={MAX_WINDOW}
          whole
          onCommit={setWindow}
        />
      </div>
      <div id={`${id}fault`}>{fault !== null && <Fault>{fault}</Fault>}</div>
      <div className="row">
        <Button type="submit">Learn from this text</Button>
        <DataFile
          accept=".txt,text/plain"
          limit={MOST_BYTES.text}
          onText={(read, name) => {
            // a file that is refused leaves what was typed
            if (take(read, `${name}: `)) setText(read);
          }}
          onFault={setFault}
        />
      </div>
    </form>
  );
}
