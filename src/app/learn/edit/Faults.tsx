import { Button } from '../../../components/primitives/Button.tsx';
import type { LessonFault } from '../../../lesson/lesson.ts';

interface Props {
  readonly faults: readonly LessonFault[];
  readonly onLine: (line: number) => void;
}

/** The faults of a lesson, each with its line, which a press goes to. */
export function Faults({ faults, onLine }: Props) {
  if (faults.length === 0) return null;
  return (
    <ul className="fault lesson-faults" aria-label="Faults">
      {faults.map(({ line, sentence }, k) => (
        <li key={k}>
          {line !== null && (
            <Button look="link" onClick={() => onLine(line)}>
              Line {line}
            </Button>
          )}{' '}
          {sentence}
        </li>
      ))}
    </ul>
  );
}
