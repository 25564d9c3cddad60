import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import { codesIn, type FoundCodes } from '../../grades/answerCode.ts';
import { counted } from '../../text/counts.ts';
import { hasSite } from '../hasSite.ts';
import { CopyField } from '../share/CopyField.tsx';
import { PublicAddress } from '../share/PublicAddress.tsx';
import { pageOn } from '../share/snippet.ts';
import type { ClassAnswersProps } from './ClassAnswers.tsx';
import { OptionTally } from './OptionTally.tsx';
import { ValueTally } from './ValueTally.tsx';

/** The most characters that are searched for codes. */
const MAX_PASTED = 500_000;
/** The most words that are named. */
const NAMED = 8;

/** A field for a chat with codes, and how the answers in it are distributed over the axis of the question. */
export function ClassTally({ book, of, axis }: ClassAnswersProps) {
  const { pasted } = useSyncExternalStore(book.subscribe, book.getState);
  const id = useId();
  const [published, setPublished] = useState('');
  const found = useMemo(() => codesIn(pasted), [pasted]);
  const answers = found.answers.filter((answer) => answer.of === of);
  return (
    <div className="stack tight">
      {hasSite && (
        <>
          <PublicAddress typed={published} onChange={setPublished} />
          <CopyField label="Address for the class" text={pageOn(published, window.location.href)} />
        </>
      )}
      <p className="hint">After answering, students get an eight-character code and post it in the course chat.</p>
      <label htmlFor={id}>Paste the whole chat, or any text with codes. It stays on this page.</label>
      <textarea
        id={id}
        rows={3}
        value={pasted}
        maxLength={MAX_PASTED}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => book.paste(target.value)}
      />
      <p role="status" className="hint">
        {pasted.trim() !== '' && sentencesOf(found, answers.length).join(' ')}
      </p>
      {answers.length > 0 &&
        (axis.kind === 'options' ? (
          <OptionTally labels={axis.labels} answers={answers} />
        ) : (
          <ValueTally low={axis.low} high={axis.high} answers={answers} />
        ))}
      {answers.length > 0 && (
        <p className="row tight hint tally-key">
          <span className="sure" /> sure <span className="unsure" /> not sure
        </p>
      )}
    </div>
  );
}

function sentencesOf({ answers, repeated, broken }: FoundCodes, here: number): readonly string[] {
  const elsewhere = answers.length - here;
  return [
    here === 0 ? 'The text contains no answers to this question.' : `${counted(here, 'answer')} to this question.`,
    ...(elsewhere > 0 ? [`${counted(elsewhere, 'code')} of other questions.`] : []),
    ...(repeated.length > 0 ? [`More than once in the text, counted once: ${named(repeated)}.`] : []),
    ...(broken.length > 0 ? [`Not readable, perhaps mistyped: ${named(broken)}.`] : []),
  ];
}

const named = (words: readonly string[]): string =>
  words.length > NAMED ? `${words.slice(0, NAMED).join(', ')} and ${words.length - NAMED} more` : words.join(', ');
