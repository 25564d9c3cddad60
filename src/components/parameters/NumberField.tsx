import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { refusalOf } from '../../text/refusal.ts';
import { Fault } from '../primitives/Fault.tsx';
import { valueRange } from '../primitives/valueRange.ts';
import { nudged, typedNumber, typedWhole } from './typedNumber.ts';

/**
 * A number that is typed (decimal point or comma) or raised and lowered with the arrow keys; refused input leaves the
 * value and stays, with why, until it is corrected, given up with Escape, or the value changes by other means.
 */
export function NumberField({
  label,
  value,
  onCommit,
  step,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  whole = false,
  hint,
  format = String,
}: {
  readonly label: string;
  readonly value: number;
  /** May throw a sentence. Changes with one gesture belong together. */
  readonly onCommit: (value: number, gesture?: string) => void;
  readonly step: number;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** The advice for a value that is out of bounds: “0.01 is a good start”. */
  readonly hint?: string;
  /** Formats the value; the text is read back as if typed. */
  readonly format?: ((value: number) => string) | undefined;
}) {
  const id = useId();
  const [typed, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ readonly why: string; readonly of: number } | null>(null);
  const outdated = refusal !== null && refusal.of !== value;
  const draft = outdated ? null : typed;
  const message = outdated ? null : (refusal?.why ?? null);
  const setMessage = (why: string | null): void => setRefusal(why === null ? null : { why, of: value });
  const spell = useRef(0);

  const read = whole ? typedWhole : typedNumber;
  const commit = (text: string, gesture?: string): boolean => {
    const next = read(text);
    const fault = next === null ? `“${text}” is not a number` : faultOf(next, min, max, whole);
    const advice = hint === undefined ? '' : ` ${hint[0].toUpperCase()}${hint.slice(1)}.`;
    const why =
      next === null || fault ? `${fault}; ${label} stays ${value}.${advice}` : refusalOf(() => onCommit(next, gesture));
    setMessage(why);
    if (why === null) setDraft(null);
    return why === null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction) {
      event.preventDefault();
      const from = (draft === null ? null : read(draft)) ?? value;
      commit(String(Math.min(max, Math.max(min, nudged(from, direction * step)))), `${id}${spell.current}`);
    } else if (event.key === 'Enter') commit(draft ?? String(value));
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setMessage(null);
    }
  };
  return (
    <div className="field number-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="spinbutton"
        type="text"
        inputMode={whole && min >= 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        {...valueRange(value, [min, max])}
        aria-valuetext={format(value)}
        aria-invalid={message !== null}
        aria-describedby={message === null ? undefined : `${id}message`}
        value={draft ?? format(value)}
        onChange={(event) => {
          setDraft(event.target.value);
          setMessage(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          spell.current++;
          if (draft !== null && message === null) commit(draft);
        }}
      />
      {message !== null && <Fault id={`${id}message`}>{message}</Fault>}
    </div>
  );
}

function faultOf(value: number, min: number, max: number, whole: boolean): string | null {
  if (whole && !Number.isInteger(value)) return `${value} is not a whole number`;
  if (value >= min && value <= max) return null;
  return Number.isFinite(max) ? `${value} is not between ${min} and ${max}` : `${value} is below ${min}`;
}
