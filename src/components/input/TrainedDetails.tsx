import { useId } from 'react';
import { trainedOf } from '../../presets/trained/catalogue.ts';
import { lookOf, measurement } from '../../presets/trained/look.ts';
import { cellInWords } from './cellInWords.ts';

/** How well the trained cell that is shown does, and what to look for in it; nothing for other presets. */
export function TrainedDetails({ preset }: { readonly preset: string }) {
  const id = useId();
  const found = trainedOf(preset);
  if (!found) return null;
  const { task, trained } = found;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {task.title}: what to look for in this {cellInWords(trained.cell)}
      </h3>
      <p className="hint">{measurement(trained, task)}</p>
      <ul>
        {lookOf(trained).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
