import { Fragment } from 'react';
import { nameOf } from '../../cells/index.ts';
import { TRAINED } from '../../presets/ids.ts';
import { scoresOf, type TrainedExample, trainedExamples, trainedIn } from '../../presets/trained/examples.ts';
import { learned, reached } from '../../presets/trained/look.ts';
import { Button } from '../primitives/Button.tsx';

interface TrainedGridProps {
  /** The preset that is shown, or null. */
  readonly shown: string | null;
  /** The preset that is being fetched, or null. */
  readonly fetching: string | null;
  readonly onChoose: (preset: string) => void;
}

/** Every trained cell: a row an example, its cells beside each other, each with what it reaches. */
export function TrainedGrid({ shown, fetching, onChoose }: TrainedGridProps) {
  return (
    <ul className="stack trained" aria-label="Trained cells">
      {trainedExamples.map((example) => (
        <li key={example.title}>
          <p>
            <b>{example.title}</b> <small>{example.sentence}</small>
          </p>
          <ul aria-label={example.title}>
            {example.questions[0].task.cells.map(({ cell }) => (
              <li key={cell}>
                <TrainedButton example={example} cell={cell} shown={shown} fetching={fetching} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface TrainedButtonProps extends TrainedGridProps {
  readonly example: TrainedExample;
  readonly cell: string;
}

/** One trained cell with a bar a question: from chance, or from the error of the best constant guess, to perfect. */
function TrainedButton({ example, cell, shown, fetching, onChoose }: TrainedButtonProps) {
  const name = nameOf(cell);
  const answered = trainedIn(example, cell);
  const presets = answered.map(({ trained }) => TRAINED + trained.model);
  const what = answered[0].task.asks === 'class' ? 'of answers right' : 'mean squared error';
  return (
    <Button
      aria-pressed={shown !== null && presets.includes(shown)}
      aria-busy={fetching !== null && presets.includes(fetching)}
      aria-label={`${name} ${scoresOf(example, cell)} ${what}`}
      onClick={() => onChoose(presets[presets.length - 1])}
    >
      <span>{name}</span>{' '}
      {answered.map(({ task, name: question, trained }, k) => (
        <Fragment key={task.id}>
          <small>
            {question && <span className="question">{question} </span>}
            {reached(trained, task)}
          </small>
          <span
            className="learned"
            aria-hidden="true"
            style={{ insetInline: `${(100 * k) / answered.length}% ${100 - (100 * (k + 1)) / answered.length}%` }}
          >
            <span style={{ inlineSize: `${100 * learned(trained, task)}%` }} />
          </span>
        </Fragment>
      ))}
    </Button>
  );
}
