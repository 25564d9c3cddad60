import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';

/** The field in which the number of a cell is typed; it takes focus when it appears. */
export function CellEditor({
  draft,
  label,
  invalid,
  onDraft,
  onKeyDown,
}: {
  readonly draft: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly onDraft: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    // A single character is the beginning of what is being typed; a whole number is there to be replaced.
    if (input) input.setSelectionRange(input.value.length > 1 ? 0 : 1, input.value.length);
  }, []);
  return (
    <input
      ref={field}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={invalid}
      value={draft}
      onChange={(event) => onDraft(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
