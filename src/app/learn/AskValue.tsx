import { useEffect, useState } from 'react';
import { GuessValue } from '../../components/ask/GuessValue.tsx';
import type { Home } from '../../io/opening.ts';
import type { AskedValue, LessonView } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { AskAnswer } from './AskAnswer.tsx';
import { askedOf } from './askedOf.ts';
import { useNear } from './useNear.ts';

interface Props {
  readonly view: LessonView;
  readonly asked: AskedValue;
  readonly text: string | null;
  readonly home: Home;
  readonly onAnswer: (question: string) => void;
}

/** Run of a view with the value to guess. It is computed once the reader comes near and read only after a guess. */
type Run = ReturnType<typeof runOf>;

function runOf(question: string, { moment }: Awaited<ReturnType<typeof openedView>>) {
  const { inputs, cursor } = moment;
  return { question, derived: createGatescope({ initial: moment }).derived(), inputs, t: cursor.t };
}

/** Asks for one value of the run before the figure shows it, then compares the guess with it. */
export function AskValue({ view, asked, text, home, onAnswer }: Props) {
  const [run, setRun] = useState<Run | null>(null);
  const [committed, setCommitted] = useState<string | null>(null);
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const near = useNear(room);
  useEffect(() => {
    if (!near) return undefined;
    let wanted = true;
    void openedView(view, text, home).then((opened) => wanted && setRun(runOf(askedOf(view, text), opened)));
    return () => {
      wanted = false;
    };
  }, [near, view, text, home]);
  if (!run) return <div ref={setRoom} className="ask-room" />;
  const { question, ...about } = run;
  const commit = (): void => {
    setCommitted(question);
    onAnswer(question);
  };
  if (asked.kind === 'answer') return <AskAnswer key={question} {...about} onCommit={commit} />;
  const { derived, t } = run;
  const { cell, tape } = derived;
  // the faults of the lesson say what is missing
  if (!cell.signals.some(({ id }) => id === asked.signal) || asked.unit >= tape.slot(asked.signal).size) return null;
  return (
    <GuessValue
      key={question}
      derived={derived}
      at={{ key: asked.signal, t, unit: asked.unit }}
      committed={committed === question}
      onCommit={commit}
    />
  );
}
