import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { wiresOf } from '../../engine/intervention/intervention.ts';
import { signalOf } from '../../notation/equation.ts';
import { useDerived, useInstance } from '../../store/context.tsx';
import { isComputed } from '../../store/cursor.ts';
import { indexOfPin, withPin } from '../../store/pinLists.ts';
import { nameOf } from '../../store/pinWords.ts';
import type { Pin } from '../../store/state.ts';
import { refusalOf } from '../../text/refusal.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { type Begun, proposedPin } from './begun.ts';
import { ChangeField } from './ChangeField.tsx';
import { usePinRuns } from './pinRuns.ts';
import { placePopover } from './placePopover.ts';

const ALL = 'all';

/**
 * Editor of one intervention: target, units, reader, timesteps and change. The run follows at once; Escape takes back what
 * was changed here.
 */
export function PinEditor({ begun, onClose }: { readonly begun: Begun; readonly onClose: () => void }) {
  const id = useId();
  const { letters, lists, setLists } = usePinRuns();
  const { getState } = useInstance();
  const { cell, tape, encoded } = useDerived();
  const [{ pin, saved, runs }, setNow] = useState(() => {
    const known = begun.pin;
    return { pin: known ?? proposed(), saved: known !== null, runs: known ? having(known) : [begun.run ?? letters[0]] };
  });
  const [fault, setFault] = useState<string | null>(null);
  const [start] = useState(pin.from);
  const [before] = useState(lists);
  const { swept } = begun;
  const sweep = useEffectEvent((to: number) => change({ from: Math.min(start, to), until: Math.max(start, to) }));
  useEffect(() => {
    if (swept !== null) sweep(swept);
  }, [swept]);
  const popover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = popover;
    if (!current) return;
    current.showPopover();
    const pictures = current.closest('[data-theme]')?.querySelectorAll('.diagram > svg') ?? [];
    placePopover(
      current,
      begun.anchor,
      Array.from(pictures, (picture) => picture.getBoundingClientRect()),
    );
  }, [begun.anchor]);
  const close = useEffectEvent(onClose);
  const cancel = useEffectEvent(() => {
    const changed = begun.pin ? pin !== begun.pin : saved;
    if (changed) setLists(before, `pin ${id}`);
    onClose();
  });
  useEffect(() => {
    const { current } = popover;
    const focused = document.activeElement;
    current?.querySelector<HTMLElement>('[role="spinbutton"], select')?.focus();
    const listeners = new AbortController();
    const { signal } = listeners;
    // a popover that closes by itself would do so at the end of the press that opened it
    document.addEventListener('pointerdown', (event) => current && !event.composedPath().includes(current) && close(), {
      signal,
      capture: true,
    });
    current?.addEventListener('keydown', (event) => event.key === 'Escape' && cancel(), { signal });
    return () => {
      listeners.abort();
      if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus();
    };
  }, []);

  function proposed(): Pin {
    const { cursor, selection } = getState();
    const signal = begun.key === 'x' || begun.key.startsWith('prev.') ? null : signalOf(cell, begun.key);
    const at = begun.key.startsWith('prev.') ? Math.max(0, cursor.t - 1) : cursor.t;
    const values = tape.values(begun.key.replace('prev.', ''), at);
    const value = values[Math.min(begun.unit ?? selection.unit, values.length - 1)];
    const told = isComputed(cell, begun.key, cursor.position) ? value : 0;
    return proposedPin(begun, { t: cursor.t, isGate: signal?.info.role === 'gate', value: told });
  }
  function having(one: Pin): readonly string[] {
    const all = lists();
    return letters.filter((_, run) => indexOfPin(all[run], one) >= 0);
  }
  /** Makes a change in the runs that are named; false if it is refused. */
  const change = (part: Partial<Pin>, acting = runs): boolean => {
    const next = { ...pin, ...part };
    const acts = (run: number): boolean => acting.includes(letters[run]);
    const refusal = refusalOf(() => setLists(withPin(lists(), saved ? pin : null, next, acts), `pin ${id}`));
    setFault(refusal);
    if (refusal === null) setNow({ pin: next, saved: true, runs: acting });
    return refusal === null;
  };
  const remove = (): void => {
    if (saved) setLists(withPin(lists(), pin, null, () => false));
    onClose();
  };

  const { key, to, units, from, until } = pin;
  const T = tape.length;
  const isState = cell.states.some((state) => state.id === key);
  const earliest = to === null && isState ? 0 : 1;
  const size = tape.slot(key).size;
  const unitName = (unit: number): string =>
    key === 'x' ? nameOf(cell, key, unit) && (encoded.features[unit] ?? `x ${unit + 1}`) : nameOf(cell, key, unit);
  const readers = wiresOf(cell).filter((wire) => wire.key === key);
  const several = units !== null && units.length > 1;
  return (
    <div
      ref={popover}
      popover="manual"
      className="popover pin-editor"
      role="dialog"
      aria-label={`Intervention on ${nameOf(cell, key)}`}
    >
      <p>
        <b>
          {key === 'x' ? 'input' : signalOf(cell, key).info.label} <i>{nameOf(cell, key)}</i>
        </b>
      </p>
      {letters.length > 1 && (
        <Segmented
          legend="in run"
          legendShown
          choices={[...letters.map((letter) => ({ value: letter, label: letter })), { value: ALL, label: 'all' }]}
          value={runs.length === letters.length ? ALL : runs.length === 1 ? runs[0] : null}
          onChange={(run) => change({}, run === ALL ? letters : [run])}
        />
      )}
      <ChangeField pin={pin} onChange={(next) => change({ change: next })} />
      <div className="row">
        <Dropdown
          legend="of"
          choices={[
            { value: ALL, label: 'all units' },
            ...(several ? [{ value: 'these', label: `units ${units.map((unit) => unit + 1).join(', ')}` }] : []),
            ...Array.from({ length: size }, (_, unit) => ({ value: String(unit), label: unitName(unit) })),
          ]}
          value={units === null ? ALL : several ? 'these' : String(units[0])}
          onChange={(value) => value !== 'these' && change({ units: value === ALL ? null : [Number(value)] })}
        />
        {readers.length > 0 && (
          <Dropdown
            legend="seen by"
            choices={[
              { value: ALL, label: 'everything that reads it' },
              ...readers.map((wire) => ({ value: wire.to, label: `only ${nameOf(cell, wire.to)}` })),
            ]}
            value={to ?? ALL}
            onChange={(value) =>
              change(value === ALL ? { to: null } : { to: value, from: Math.max(1, from), until: until || null })
            }
          />
        )}
      </div>
      <div className="row pin-span">
        <NumberField
          label="from timestep"
          value={from}
          min={earliest}
          max={T}
          step={1}
          whole
          onCommit={(value) => change({ from: value, until: until === null ? null : Math.max(value, until) })}
        />
        <NumberField
          label="to timestep"
          value={until ?? T}
          min={from}
          max={T}
          step={1}
          whole
          onCommit={(value) => change({ until: value === T && from < T ? null : value })}
        />
      </div>
      {fault !== null && <Fault>{fault}</Fault>}
      <div className="row">
        <Button
          look="primary"
          onClick={() => {
            if (saved || change({})) onClose();
          }}
        >
          {saved ? 'Done' : 'Apply'}
        </Button>
        <Button onClick={remove}>{saved ? 'Remove' : 'Cancel'}</Button>
      </div>
    </div>
  );
}
