import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { Dropdown } from './Dropdown.tsx';
import { spokenToken } from './TimestepSlider.tsx';
import { granularities, PlayButtons } from './Transport.tsx';

/** Back, play, forward, and how far a step goes: for a page whose tokens lead to every timestep. */
export function StepControls() {
  const { setGranularity } = useActions();
  const { encoded, tape, stages } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const { granularity } = useGatescope((state) => state.view);
  const T = tape.length;
  const stage = stages.findLast(({ start }) => start < position);
  return (
    <section className="controls transport" aria-label="Transport">
      <PlayButtons />
      <Dropdown legend="step by" choices={granularities} value={granularity} onChange={setGranularity} />
      <output className="where" title={T === 0 ? undefined : spokenToken(encoded, t)}>
        {T === 0 ? 'empty sequence' : `t = ${t} of ${T} · ${stage ? stage.label : 'start'}`}
      </output>
    </section>
  );
}
