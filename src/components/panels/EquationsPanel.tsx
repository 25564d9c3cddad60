import { useMemo, useState } from 'react';
import { told } from '../../cells/told.ts';
import { asComputed } from '../../engine/intervention/asComputed.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { changedWires, forces } from '../../store/effect.ts';
import { heldWords } from '../../store/pinWords.ts';
import { type EquationMode, Equations } from '../equations/Equations.tsx';
import { ParameterCount } from '../equations/ParameterCount.tsx';
import { useBefore } from '../useBefore.ts';

/** The equations of the cell and how many numbers it learns, compared with the cell shown before or that of another run. */
export function EquationsPanel() {
  const { cell, tape, sizes, interventions } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const before = useBefore();
  const beside = useGatescope((state) => state.before?.beside ?? false);
  const gradients = useGatescope((state) => state.view.shows === 'gradients');
  const readingsOf = useMemo(
    () => (t > 0 && interventions.length > 0 ? (id: string) => asComputed(tape, id, t) : undefined),
    [tape, interventions, t],
  );
  const struck = useMemo(() => changedWires(interventions, t), [interventions, t]);
  const [mode, setMode] = useState<EquationMode>('symbols');
  return (
    <>
      <h2>
        Equations <small>{cell.name}</small>
      </h2>
      <p className="hint">{told(cell.declaration).summary}</p>
      <Equations
        cell={cell}
        before={before}
        beside={beside}
        sizes={sizes}
        readings={tape}
        readingsOf={readingsOf}
        replaced={(id) => interventions.some((one) => forces(one, id, t))}
        struck={struck}
        changes={(id) => heldWords(cell, interventions, id, t, unit).join('; ')}
        t={t}
        position={position}
        unit={unit}
        mode={mode}
        selected={signal}
        hover={hovered}
        onMode={setMode}
      />
      {gradients && mode === 'numbers' && <p className="hint">Numbers in equations are values, not gradients.</p>}
      <ParameterCount cell={cell} before={beside ? null : before} sizes={sizes} />
      <p className="hint">
        D = {sizes.D} inputs, H = {sizes.H} units. {told(cell.declaration).reference}.
      </p>
    </>
  );
}
