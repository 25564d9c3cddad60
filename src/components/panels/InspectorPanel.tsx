import { useMemo } from 'react';
import { arithmeticOf } from '../../notation/arithmetic.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { UnitPicker } from '../controls/UnitPicker.tsx';
import { Arithmetic } from '../inspector/Arithmetic.tsx';

/** One unit of the signal asked about, with the whole arithmetic behind its value. */
export function InspectorPanel() {
  const { cell, tape, parameters, encoded, sizes } = useDerived();
  const { t } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const { hover, select } = useActions();
  const key = signal ?? cell.output;
  const length = key === 'x' ? sizes.D : sizes.H;
  const arithmetic = useMemo(
    () =>
      t === 0
        ? null
        : arithmeticOf(
            cell,
            tape,
            parameters,
            { key, t, unit: Math.min(unit, length - 1) },
            { features: encoded.features },
          ),
    [cell, tape, parameters, encoded, key, t, unit, length],
  );
  return (
    <>
      <h2>Where does this number come from?</h2>
      <UnitPicker />
      {arithmetic ? (
        <Arithmetic
          cell={cell}
          arithmetic={arithmetic}
          features={encoded.features}
          onHover={hover}
          onSelect={(source, of) => select(source, of)}
        />
      ) : (
        <p>There is no timestep yet.</p>
      )}
      {!signal && <p className="fine-print">Choose any node, wire, symbol or strip to ask about it.</p>}
    </>
  );
}
