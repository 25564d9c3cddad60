import type { Example, Task } from '../../training/task.ts';

/** Symbols of noise that are written at the beginning and at the end; those between are counted. */
const SHOWN = [4, 3] as const;

/** One sequence of the task in a line: what is read, and what is asked at its end. */
export function TaskLine({ task, example: { tokens, targets } }: { readonly task: Task; readonly example: Example }) {
  const left = tokens.length - 2 - SHOWN[0] - SHOWN[1];
  const places = tokens.map((token, t) => ({ token, t }));
  const start = left > 1 ? places.slice(0, 1 + SHOWN[0]) : places;
  const end = left > 1 ? places.slice(-1 - SHOWN[1]) : [];
  const tokenAt = ({ token, t }: { readonly token: string; readonly t: number }) => (
    <li key={t} className="token" data-noise={t > 0 && t < tokens.length - 1}>
      {token}
    </li>
  );
  return (
    <ol className="row task-line" aria-label="A sequence of the task, and the right answer">
      {start.map(tokenAt)}
      {left > 1 && <li className="token left-out">{left} more</li>}
      {end.map(tokenAt)}
      <li className="token answer">
        <small>right answer</small> {task.outputs[targets.at(-1) ?? 0]}
      </li>
    </ol>
  );
}
