import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { displayed } from '../../notation/number.ts';
import { useColours } from '../useColours.ts';
import { inkOn } from './inkOn.ts';

/** One number of a matrix, coloured by sign and size; a text field while it is typed. */
export function MatrixCell({
  row,
  column,
  value,
  active,
  draft,
  label,
  invalid,
  onDraft,
  onEditKey,
}: {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Whether the tab key comes here. */
  readonly active: boolean;
  /** What is being typed, or null. */
  readonly draft: string | null;
  readonly label: string;
  readonly invalid: boolean;
  readonly onDraft: (text: string) => void;
  readonly onEditKey: (event: KeyboardEvent) => void;
}) {
  const background = useColours().signed(value);
  const field = useRef<HTMLInputElement>(null);
  const editing = draft !== null;
  useLayoutEffect(() => {
    const input = field.current;
    if (!editing || !input) return;
    input.focus({ preventScroll: true });
    if (input.value.length > 1) input.select();
    else input.setSelectionRange(input.value.length, input.value.length);
  }, [editing]);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      data-row={row}
      data-column={column}
      tabIndex={active ? 0 : -1}
      title={editing ? undefined : String(value)}
      style={{ gridRow: row + 2, gridColumn: column + 2, backgroundColor: background, color: inkOn(background) }}
    >
      {editing ? (
        <input
          ref={field}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-invalid={invalid}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onEditKey}
        />
      ) : (
        <span>{displayed(value)}</span>
      )}
    </div>
  );
}
