import { useEffect, useState } from 'react';
import { KeptAsk } from '../../components/ask/KeptAsk.tsx';
import { startGrading } from '../../components/ask/startGrading.ts';
import { tellHeight } from '../../components/height/tellHeight.ts';
import type { GradeBook } from '../../grades/book.ts';
import { checkOf, placeOfQuestion } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** The question of an address, the same for a whole class. */
export function OneQuestion({ question }: { readonly question: Question }) {
  const [book, setBook] = useState<GradeBook | null>(null);
  useEffect(() => {
    const started = startGrading({
      places: [placeOfQuestion(question)],
      checks: new Map([[placeOfQuestion(question), checkOf(question)]]),
      codes: true,
      activity: window.location.href,
    });
    setBook(started.book);
    return started.stop;
  }, [question]);
  return (
    <main ref={tellHeight} className="practice one-question">
      <div className="stack">
        <KeptAsk book={book} question={question} forClass={window.history.state?.forClass === true} />
      </div>
    </main>
  );
}
