import { useId } from 'react';
import { variationOf } from '../../io/variations.ts';
import { presetIn } from '../../io/weights.ts';
import { presetOf } from '../../presets/handSet.ts';
import { trainedOf } from '../../presets/trained/catalogue.ts';
import { exampleOf, lookIn, trainedIn } from '../../presets/trained/examples.ts';
import { measurement } from '../../presets/trained/look.ts';
import { useGatescope, useInstance } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';

/** Says where in its sequence an example opens, as long as it is as it was opened. */
export function OpenedAt() {
  const { derive } = useInstance();
  const t = useGatescope(({ inputs, opened }) => {
    const { t } = opened.cursor;
    const within = inputs === opened.inputs && t > 1 && t < derive(inputs).tape.length;
    return within && presetIn(inputs) !== null ? t : null;
  });
  if (t === null) return null;
  return (
    <p className="hint">It opens at timestep {t}, in the middle of its sequence; step back to see how it began.</p>
  );
}

/** A hint on the example that is shown; nothing if there is none. */
export function LookFor() {
  const id = useId();
  const shown = useGatescope((state) => presetIn(state.inputs));
  const { getState, actions } = useInstance();
  const { setBeside } = actions;
  const preset = shown === null ? undefined : presetOf(shown);
  const beside = preset?.beside === undefined ? undefined : presetOf(preset.beside);
  const found = shown === null ? null : trainedOf(shown);
  const example = found && exampleOf(found.task.id);
  const look = example ? lookIn(example, found.trained.cell) : preset?.look.map(({ text }) => text);
  if (!look) return null;
  return (
    <section className="stack look-for" aria-labelledby={id}>
      <h2 id={id}>What to look for</h2>
      <ul className="bulleted">
        {look.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {example &&
        trainedIn(example, found.trained.cell).map(({ task, trained, name }) => (
          <p key={task.id} className="hint">
            {name && `${name[0].toUpperCase()}${name.slice(1)} memory: `}
            {measurement(trained, task)}
          </p>
        ))}
      <OpenedAt />
      {beside && (
        <Button onClick={() => setBeside(variationOf(getState().inputs, beside.inputs))}>
          Put “{beside.title}” beside
        </Button>
      )}
    </section>
  );
}
