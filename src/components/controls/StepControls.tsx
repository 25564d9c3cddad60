import { useDerived, useGatescope } from '../../store/context.tsx';
import { extentOf, isAtEnd } from '../../store/cursor.ts';
import { openGuess } from '../../store/guess.ts';
import { AskedNext } from './AskedNext.tsx';
import { spokenToken } from './TimestepSlider.tsx';
import { PlayButtons } from './Transport.tsx';

/** Back, play, forward: for a page whose tokens lead to every timestep. */
export function StepControls() {
  const derived = useDerived();
  const { encoded, tape, stages } = derived;
  const asks = useGatescope((state) => openGuess(state, derived) !== null);
  const { t, position } = useGatescope((state) => state.cursor);
  const ended = useGatescope(({ cursor, until }) => isAtEnd(cursor, extentOf(derived, until)));
  const T = tape.length;
  const stage = stages.findLast(({ start }) => start < position);
  return (
    <section className="controls transport" aria-label="Transport">
      <PlayButtons />
      <output className="where" title={T === 0 ? undefined : spokenToken(encoded, t)}>
        {T === 0 ? 'empty sequence' : `t = ${t} of ${T} · ${ended ? 'end' : stage ? stage.label : 'start'}`}
        {asks && <AskedNext />}
      </output>
    </section>
  );
}
