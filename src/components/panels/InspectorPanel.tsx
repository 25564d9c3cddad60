import { useMemo } from 'react';
import { idOfKey, timestepOfKey } from '../../cell/slot.ts';
import { asComputed } from '../../engine/intervention/asComputed.ts';
import { arithmeticOf } from '../../notation/arithmetic.ts';
import { signalOf } from '../../notation/equation.ts';
import { useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { isComputed } from '../../store/cursor.ts';
import { heldWords } from '../../store/pinWords.ts';
import { UnitPicker } from '../controls/UnitPicker.tsx';
import { ChainRule } from '../gradients/ChainRule.tsx';
import { Arithmetic } from '../inspector/Arithmetic.tsx';
import { DashedHint } from '../inspector/DashedHint.tsx';
import { shownParts } from '../visibleParts.ts';

/** One unit of the signal asked about, with the whole arithmetic behind its value, or behind its gradient. */
export function InspectorPanel() {
  const derived = useDerived();
  const gradient = useGradient();
  const { cell, tape, parameters, encoded, sizes, interventions } = derived;
  const { t, position } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const drawn = useGatescope(({ view }) => shownParts(view).includes('diagram'));
  const key = signal ?? cell.signals[position - 1]?.id ?? cell.output;
  const within = Math.min(unit, (key === 'x' ? sizes.D : sizes.H) - 1);
  const arithmetic = useMemo(
    () =>
      t === 0 || gradient || !isComputed(cell, key, position)
        ? null
        : arithmeticOf(
            cell,
            asComputed(tape, idOfKey(key), timestepOfKey(key, t)),
            parameters,
            { key, t, unit: within },
            { features: encoded.features },
          ),
    [cell, tape, parameters, gradient, encoded, key, t, position, within],
  );
  const changes = heldWords(cell, interventions, idOfKey(key), timestepOfKey(key, t), within);
  return (
    <>
      <h2>Where does this {gradient ? 'gradient' : 'number'} come from?</h2>
      <UnitPicker />
      {drawn && <DashedHint cell={cell} asked={signal} />}
      {arithmetic && (
        <Arithmetic
          cell={cell}
          arithmetic={arithmetic}
          features={encoded.features}
          changes={changes}
          shown={tape.values(arithmetic.signal, arithmetic.t)[within]}
        />
      )}
      {gradient && <ChainRule derived={derived} gradient={gradient} slot={key} unit={within} t={t} />}
      {t === 0 && <p>There is no timestep yet.</p>}
      {t > 0 && !gradient && !arithmetic && (
        <p>
          {signal === null
            ? 'Nothing is computed at this timestep yet.'
            : `The ${signalOf(cell, idOfKey(key)).info.label} is not computed at this timestep yet.`}{' '}
          Step on.
        </p>
      )}
      {!signal && <p className="hint at-screen">Choose any node, wire, symbol or strip to ask about it.</p>}
    </>
  );
}
