import { useMemo } from 'react';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { useDark } from '../useColours.ts';

/** The whole sequence, every signal under its tokens. */
export function TimelinePanel() {
  const { tape, encoded, predictions } = useDerived();
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const diagramHidden = useGatescope((state) => state.view.hidden.includes('diagram'));
  const asked = useGatescope((state) => state.view.output);
  const { goTo, hover, select, setOutput } = useActions();
  const answers = useMemo(() => {
    if (!predictions) return null;
    const { head, y, probabilities } = predictions;
    return { names: head.outputs, y, probabilities, asked, onAsk: setOutput };
  }, [predictions, asked, setOutput]);
  return (
    <Timeline
      tape={tape}
      tokens={encoded.tokens}
      cursor={cursor}
      selection={selection}
      hover={hovered}
      dark={useDark()}
      onCursor={(t) => goTo(t, undefined, 'jump')}
      onSelect={select}
      onHover={hover}
      answers={answers}
      legend={diagramHidden}
    />
  );
}
