import { nameOf } from '../../cells/index.ts';
import { catalogue, type TrainedCell, type TrainedTask } from '../../presets/trained/catalogue.ts';
import { TRAINED } from '../../presets/trained/id.ts';
import { learned, reached } from '../../presets/trained/look.ts';
import { Button } from '../primitives/Button.tsx';

interface TrainedGridProps {
  /** The preset that is shown, or null. */
  readonly shown: string | null;
  /** The preset that is being fetched, or null. */
  readonly fetching: string | null;
  readonly onChoose: (preset: string) => void;
}

/** Every trained cell: a row a task, its cells beside each other, each with what it reaches. */
export function TrainedGrid({ shown, fetching, onChoose }: TrainedGridProps) {
  return (
    <ul className="trained" aria-label="Trained cells">
      {catalogue.map((task) => (
        <li key={task.id}>
          <p>
            <b>{task.title}</b> <small>{task.sentence}</small>
          </p>
          <ul aria-label={task.title}>
            {task.cells.map((trained) => (
              <li key={trained.model}>
                <TrainedButton
                  task={task}
                  trained={trained}
                  pressed={shown === TRAINED + trained.model}
                  busy={fetching === TRAINED + trained.model}
                  onChoose={() => onChoose(TRAINED + trained.model)}
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface TrainedButtonProps {
  readonly task: TrainedTask;
  readonly trained: TrainedCell;
  readonly pressed: boolean;
  readonly busy: boolean;
  readonly onChoose: () => void;
}

/** One trained cell with a bar: from chance, or from the error of the best constant guess, to perfect. */
function TrainedButton({ task, trained, pressed, busy, onChoose }: TrainedButtonProps) {
  const name = nameOf(trained.cell);
  const score = reached(trained, task);
  const what = task.asks === 'class' ? 'of answers right' : 'mean squared error';
  return (
    <Button aria-pressed={pressed} aria-busy={busy} aria-label={`${name} ${score} ${what}`} onClick={onChoose}>
      <span>{name}</span> <small>{score}</small>
      <span className="learned" aria-hidden="true">
        <span style={{ inlineSize: `${100 * learned(trained, task)}%` }} />
      </span>
    </Button>
  );
}
