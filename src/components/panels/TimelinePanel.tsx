import { useMemo } from 'react';
import { useActions, useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { objectiveName } from '../../store/gradient/objectiveName.ts';
import { guesses } from '../../store/guess.ts';
import { useMarks } from '../marks/useMarks.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { useDark } from '../useColours.ts';

/** The whole sequence, every signal under its tokens. */
export function TimelinePanel() {
  const { cell, tape, encoded, predictions, free } = useDerived();
  const gradient = useGradient();
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const diagramHidden = useGatescope((state) => state.view.hidden.includes('diagram'));
  const asked = useGatescope((state) => state.view.output);
  const { goTo, select, setOutput } = useActions();
  const shown = useMemo(
    () => gradient && { of: objectiveName(gradient.of, cell, predictions), largest: gradient.largest },
    [gradient, cell, predictions],
  );
  const marks = useMarks() ?? null;
  const hidesFuture = useGatescope(guesses);
  const answers = useMemo(() => {
    // answers are values, which are not shown among gradients or before they are guessed
    if (!predictions || gradient || hidesFuture) return null;
    const { head, y, probabilities } = predictions;
    return { names: head.outputs, y, probabilities, asked, onAsk: setOutput };
  }, [predictions, gradient, hidesFuture, asked, setOutput]);
  return (
    <Timeline
      tape={gradient?.adjoint ?? tape}
      ghost={gradient || free.tape === tape ? null : free.tape}
      gradient={shown}
      encoded={encoded}
      cursor={cursor}
      selection={selection}
      hover={hovered}
      dark={useDark()}
      onCursor={(t) => goTo(t, undefined, 'jump')}
      onSelect={select}
      answers={answers}
      marks={gradient ? null : marks}
      legend={diagramHidden}
      hidesFuture={hidesFuture}
    />
  );
}
