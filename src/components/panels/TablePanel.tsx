import { useMemo } from 'react';
import { idOfKey, timestepOfKey } from '../../cell/slot.ts';
import { tableOf } from '../../notation/table.ts';
import { useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { forces } from '../../store/effect.ts';
import { objectiveName } from '../../store/gradient/objectiveName.ts';
import { TimestepTable } from '../describe/TimestepTable.tsx';

/** All values of the moment as a table: the alternative to the picture. */
export function TablePanel() {
  const { cell, tape, encoded, predictions, free, interventions } = useDerived();
  const gradient = useGradient();
  const { t, position } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const rows = useMemo(() => {
    if (t === 0) return [];
    return gradient ? tableOf(cell, gradient.adjoint, t) : tableOf(cell, tape, t, position);
  }, [cell, tape, gradient, t, position]);
  const ghost = useMemo(
    () => (t === 0 || gradient || free.tape === tape ? null : tableOf(cell, free.tape, t, position)),
    [cell, free, tape, gradient, t, position],
  );
  const held = (key: string): boolean => interventions.some((one) => forces(one, idOfKey(key), timestepOfKey(key, t)));
  const of = gradient ? `Derivatives of ${objectiveName(gradient.of, cell, predictions)}. ` : '';
  if (rows.length === 0) return <p>There is no timestep yet.</p>;
  return (
    <TimestepTable
      rows={rows}
      ghost={ghost}
      held={held}
      caption={`${of}Timestep ${t} of ${tape.length}: ${encoded.tokens[t - 1]}${encoded.labels ? `, ${encoded.labels[t - 1]}` : ''}`}
      selected={{ key: signal, unit }}
      hover={hovered}
    />
  );
}
