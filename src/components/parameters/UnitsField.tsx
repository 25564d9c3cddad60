import { useId, useRef, useState } from 'react';
import { limitSentences, MAX_UNITS } from '../../io/limits.ts';
import { useActions, useGatescope } from '../../store/context.tsx';
import { refusalOf } from '../../text/refusal.ts';
import { Fault } from '../primitives/Fault.tsx';
import { NumberField } from './NumberField.tsx';

/** The number of hidden units, typed or slid. */
export function UnitsField() {
  const H = useGatescope((state) => state.inputs.H);
  const { setH } = useActions();
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const slides = useRef(0);
  const slide = (value: number): void => setFault(refusalOf(() => setH(value, `${id}${slides.current}`)));
  return (
    <div className="row units">
      <NumberField label="H, hidden units" value={H} step={1} min={1} max={MAX_UNITS} whole onCommit={setH} />
      <input
        type="range"
        aria-label="H, hidden units"
        aria-describedby={`${id}limit`}
        min={1}
        max={MAX_UNITS}
        value={Math.min(H, MAX_UNITS)}
        onChange={(event) => slide(Number(event.target.value))}
        onPointerUp={() => slides.current++}
        onBlur={() => slides.current++}
      />
      <p className="hint" id={`${id}limit`}>
        {limitSentences.units}
      </p>
      {fault !== null && <Fault>{fault}</Fault>}
    </div>
  );
}
