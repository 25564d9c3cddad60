import { useMemo } from 'react';
import { Grading } from '../../components/ask/grading.tsx';
import { KeptAsk } from '../../components/ask/KeptAsk.tsx';
import { placeOfQuestion } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** The question of an address, the same for a whole class. */
export function OneQuestion({ question }: { readonly question: Question }) {
  const places = useMemo(() => [placeOfQuestion(question)], [question]);
  return (
    <main className="practice one-question">
      <div className="stack">
        <Grading places={places}>
          <KeptAsk question={question} />
        </Grading>
      </div>
    </main>
  );
}
