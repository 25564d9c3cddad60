import { scalesOf } from '../../figure/signals.ts';
import { MAX_VALUE } from '../../io/limits.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import type { Pin } from '../../store/state.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { NumberField } from '../parameters/NumberField.tsx';

type Change = Pin['change'];
type Kind = Change['kind'];

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'hold', label: 'hold at' },
  { value: 'scale', label: 'scale by' },
  { value: 'cut', label: 'cut' },
  { value: 'borrow', label: 'borrow' },
  { value: 'noise', label: 'add noise' },
];

const first: Readonly<Record<Kind, Change>> = {
  hold: { kind: 'hold', value: 0 },
  scale: { kind: 'scale', factor: 0.5 },
  cut: { kind: 'cut' },
  borrow: { kind: 'borrow', from: 'mean' },
  noise: { kind: 'noise', size: 0.1, seed: 1 },
};

/** The change of a value: its kind, and its number, which is dragged or typed. */
export function ChangeField({ pin, onChange }: { readonly pin: Pin; readonly onChange: (change: Change) => void }) {
  const { change } = pin;
  return (
    <div className="row pin-change">
      <Dropdown legend="change" choices={kinds} value={change.kind} onChange={(kind) => onChange(first[kind])} />
      {change.kind === 'borrow' ? (
        <BorrowField change={change} onChange={onChange} />
      ) : (
        <NumberOfChange pin={pin} onChange={onChange} />
      )}
    </div>
  );
}

/** The number of a change, and the range in which it is dragged. */
function NumberOfChange({ pin: { key, change }, onChange }: Parameters<typeof ChangeField>[0]) {
  const { cell, tape } = useDerived();
  if (change.kind === 'cut' || change.kind === 'borrow') return null;
  const [label, value, make] =
    change.kind === 'hold'
      ? (['value', change.value, (to: number): Change => ({ kind: 'hold', value: to })] as const)
      : change.kind === 'scale'
        ? (['factor', change.factor, (to: number): Change => ({ kind: 'scale', factor: to })] as const)
        : (['size', change.size, (to: number): Change => ({ ...change, size: to })] as const);
  const scale = scalesOf(cell)(key);
  const reach = scale === 'gate' ? 1 : Math.max(1, Math.ceil(largest()));
  const [low, high] =
    change.kind === 'scale'
      ? [-2, 2]
      : change.kind === 'noise'
        ? [0, reach]
        : scale === 'gate'
          ? [0, 1]
          : [-reach, reach];
  function largest(): number {
    let most = 0;
    for (let t = 1; t <= tape.length; t++)
      for (const one of tape.values(key, t)) if (Math.abs(one) > most && Number.isFinite(one)) most = Math.abs(one);
    return Math.min(most, 1000);
  }
  return (
    <>
      <input
        type="range"
        aria-label={`${label}, dragged`}
        min={low}
        max={high}
        step={(high - low) / 200}
        value={value}
        onChange={({ currentTarget }) => onChange(make(Number(currentTarget.value)))}
      />
      <NumberField
        label={label}
        value={value}
        min={change.kind === 'noise' ? 0 : -MAX_VALUE}
        max={MAX_VALUE}
        step={0.05}
        onCommit={(to) => onChange(make(to))}
      />
    </>
  );
}

type Borrow = Extract<Change, { readonly kind: 'borrow' }>;

/** The source of a borrowed value. */
function BorrowField({ change, onChange }: { readonly change: Borrow; readonly onChange: (change: Change) => void }) {
  const { tape, other } = useDerived();
  const beside = useGatescope(({ inputs }) => inputs.beside !== undefined);
  return (
    <>
      <Dropdown
        legend="from"
        choices={[
          { value: 'mean', label: 'its mean over the sequence' },
          { value: 'timestep', label: 'another timestep' },
          ...(other || beside || change.from === 'other'
            ? [{ value: 'other' as const, label: beside && !other ? 'run B' : 'the other run' }]
            : []),
        ]}
        value={change.from}
        onChange={(from) => onChange(from === 'timestep' ? { kind: 'borrow', from, at: 1 } : { kind: 'borrow', from })}
      />
      {change.from === 'timestep' && (
        <NumberField
          label="timestep"
          value={change.at}
          min={1}
          max={tape.length}
          step={1}
          whole
          onCommit={(at) => onChange({ kind: 'borrow', from: 'timestep', at })}
        />
      )}
    </>
  );
}
