import './controls.css';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { lengthOfSignal } from '../../store/cursor.ts';
import { visible } from '../../text/tokens.ts';
import { Dropdown } from './Dropdown.tsx';
import { Segmented } from './Segmented.tsx';

/** Units that still fit side by side. */
const SIDE_BY_SIDE = 16;

/** Which unit of the selected signal is asked about; of the input, which feature. */
export function UnitPicker() {
  const derived = useDerived();
  const { select } = useActions();
  const { signal, unit } = useGatescope((state) => state.selection);
  const length = (signal === null ? null : lengthOfSignal(signal, derived)) ?? derived.sizes.H;
  const features = signal === 'x' ? derived.encoded.features : null;
  const choices = Array.from({ length }, (_, k) => ({
    value: String(k),
    label: features ? visible(features[k]) : String(k + 1),
  }));
  const Choice = length > SIDE_BY_SIDE ? Dropdown : Segmented;
  return (
    <div className="controls unit-picker">
      <Choice
        legend={features ? 'input' : 'unit'}
        legendShown
        choices={choices}
        value={String(unit)}
        onChange={(value) => select(signal, Number(value))}
      />
    </div>
  );
}
