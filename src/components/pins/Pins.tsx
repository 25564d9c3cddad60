import { type ReactNode, useMemo } from 'react';
import { idOfKey } from '../../cell/slot.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { effectOf } from '../../store/effect.ts';
import { pinSentence, pinWords } from '../../store/pinWords.ts';
import type { Pin } from '../../store/state.ts';
import { Button } from '../primitives/Button.tsx';
import type { Begun } from './begun.ts';
import { PinEditor } from './PinEditor.tsx';
import './pins.css';

export { PinEditor } from './PinEditor.tsx';
export { PinOverlay } from './PinOverlay.tsx';

const none: readonly Pin[] = [];

interface Props {
  readonly begun: Begun | null;
  readonly onBegin: (begun: Begun | null) => void;
}

/** List of the run's interventions, with switches and their effect, and the editor of the current one. */
export function Pins({ begun, onBegin }: Props) {
  const { setInterventions } = useActions();
  const derived = useDerived();
  const pins = useGatescope(({ inputs }) => inputs.interventions ?? none);
  const t = useGatescope(({ cursor }) => cursor.t);
  const acts = derived.tape !== derived.free.tape;
  const effect = useMemo(() => (acts ? effectOf(derived, t).sentence : null), [derived, acts, t]);
  // a cell that comes meanwhile may lack what is being changed
  const editable = begun && (begun.key === 'x' || derived.cell.signals.some(({ id }) => id === idOfKey(begun.key)));
  const replace = (index: number, ...by: readonly Pin[]): void =>
    setInterventions([...pins.slice(0, index), ...by, ...pins.slice(index + 1)]);
  return (
    <>
      {pins.length > 0 && (
        <section className="row pins" aria-label="Interventions">
          <ul>
            {pins.map((pin, index) => (
              <PinChip
                // two may be alike, and only their order tells them apart
                key={index}
                pin={pin}
                waits={!derived.interventions.includes(pin)}
                onEdit={(anchor) => onBegin({ key: pin.key, unit: null, pin, run: null, anchor, swept: null })}
                onReplace={(by) => replace(index, ...(by ? [by] : []))}
              />
            ))}
          </ul>
          <p role="status" className="pin-effect">
            {effect}
          </p>
        </section>
      )}
      {editable && (
        <PinEditor key={JSON.stringify({ ...begun, swept: null })} begun={begun} onClose={() => onBegin(null)} />
      )}
    </>
  );
}

interface ChipProps {
  readonly pin: Pin;
  /** It does not fit the run that is shown. */
  readonly waits: boolean;
  /** The runs in which it acts, where several are compared. */
  readonly runs?: ReactNode;
  readonly onEdit: (anchor: DOMRect) => void;
  /** Replaces the intervention by another, or removes it. */
  readonly onReplace: (by: Pin | null) => void;
}

/** One intervention: a switch, what it is, and a way to remove it. */
export function PinChip({ pin, waits, runs, onEdit, onReplace }: ChipProps) {
  const { cell } = useDerived();
  const { off, ...on } = pin;
  if (waits)
    return (
      <li className="pin-chip" data-off="">
        {runs}
        <span className="pin-words">{pin.key} waits: it does not fit this cell or sequence</span>
        <Button look="icon" aria-label={`Remove ${pin.key}`} onClick={() => onReplace(null)}>
          ×
        </Button>
      </li>
    );
  const { what, becomes, when } = pinWords(cell, pin);
  const sentence = pinSentence(cell, pin);
  return (
    <li className="pin-chip" data-off={off ? '' : undefined} data-signal={pin.key}>
      {runs}
      <input
        type="checkbox"
        checked={!off}
        aria-label={`${sentence} acts`}
        onChange={() => onReplace(off ? on : { ...pin, off: true })}
      />
      <Button
        look="bare"
        className="pin-words"
        title="Change"
        onClick={({ currentTarget }) => onEdit(currentTarget.getBoundingClientRect())}
      >
        <i>{what}</i> {becomes} {when}
      </Button>
      <Button look="icon" aria-label={`Remove ${sentence}`} onClick={() => onReplace(null)}>
        ×
      </Button>
    </li>
  );
}
