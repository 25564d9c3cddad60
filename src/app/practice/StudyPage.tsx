import { useEffect, useState } from 'react';
import { Ask, type Commitment } from '../../components/ask/Ask.tsx';
import { Button } from '../../components/primitives/Button.tsx';
import { saveFile } from '../../components/share/saveFile.ts';
import { answersCsv, isRight, type StudyTest, studyItems } from '../../questions/study.ts';
import { counted } from '../../text/counts.ts';

const titles: Readonly<Record<StudyTest, string>> = { pre: 'Before', post: 'After' };

interface Props {
  readonly test: StudyTest;
  /** True if the reader is told how many answers were right, once they are saved. */
  readonly scored: boolean;
}

/** A test of the study kit: eight items without their answers, then a file for the teacher. */
export function StudyPage({ test, scored }: Props) {
  const items = studyItems(test);
  const [answers, setAnswers] = useState<readonly Commitment[]>([]);
  const [student, setStudent] = useState('');
  /** The saved file and the number of right answers in it; null before. */
  const [saved, setSaved] = useState<{ readonly file: string; readonly right: number } | null>(null);
  const at = answers.length;
  const unsaved = at > 0 && saved === null;
  useEffect(() => {
    if (!unsaved) return undefined;
    // the browser asks whether the answers shall be lost
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (at < items.length)
    return (
      <main className="practice one-question">
        {at === 0 && (
          <p>
            {items.length} items, about ten minutes. It is not an exam: where you do not know, guess, and say that you
            are not sure. The answers are not shown.
          </p>
        )}
        <Ask
          key={at}
          question={items[at]}
          heading={`${titles[test]}, item ${at + 1} of ${items.length}`}
          reveals={false}
          onCommit={(commitment) => setAnswers([...answers, commitment])}
          onNext={() => undefined}
        />
      </main>
    );
  const name = student.trim();
  const save = (): void => {
    const rows = answers.map(({ chosen, sure }, k) => ({
      student: name,
      test,
      item: k + 1,
      chosen: chosen + 1,
      sure,
    }));
    const file = `${test}-${name}.csv`;
    saveFile(file, answersCsv(rows), 'text/csv');
    setSaved({ file, right: rows.filter(isRight).length });
  };
  return (
    <main className="practice one-question">
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name) save();
        }}
      >
        <h2>
          You have answered {items.length} of {items.length}
        </h2>
        <div className="field">
          <label htmlFor="student">A word in place of your name, the same in both tests</label>
          <input
            id="student"
            value={student}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setStudent(event.target.value)}
          />
        </div>
        <p className="hint">
          Your answers are saved as a file for your teacher. Nothing is sent.
          {scored && ' Then you see how many were right.'}
        </p>
        <div className="row">
          <Button look="primary" type="submit" disabled={!name}>
            Save my answers
          </Button>
        </div>
        <output>
          {saved && `Saved as “${saved.file}”. Give the file to your teacher; you are done.`}
          {saved && scored && (
            <strong>{` ${saved.right} of ${counted(items.length, 'answer')} ${saved.right === 1 ? 'was' : 'were'} right.`}</strong>
          )}
        </output>
      </form>
    </main>
  );
}
