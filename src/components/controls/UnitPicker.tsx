import { memo, useMemo } from 'react';
import './controls.css';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { lengthOfSignal } from '../../store/cursor.ts';
import { visible } from '../../text/tokens.ts';
import { Dropdown } from './Dropdown.tsx';

/** The choice of the unit of the selected signal, or of the feature of the input. */
export const UnitPicker = memo(function UnitPicker() {
  const derived = useDerived();
  const { select } = useActions();
  const { signal, unit } = useGatescope((state) => state.selection);
  const length = (signal === null ? null : lengthOfSignal(signal, derived)) ?? derived.sizes.H;
  const features = signal === 'x' ? derived.encoded.features : null;
  const choices = useMemo(
    () =>
      Array.from({ length }, (_, k) => ({
        value: String(k),
        label: features ? visible(features[k]) : String(k + 1),
      })),
    [length, features],
  );
  return (
    <div className="controls unit-picker">
      <Dropdown
        legend={features ? 'input' : 'unit'}
        choices={choices}
        value={String(unit)}
        onChange={(value) => select(signal, Number(value))}
      />
    </div>
  );
});
