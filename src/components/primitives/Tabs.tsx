import { type KeyboardEvent, type ReactNode, useRef } from 'react';

interface Props<V extends string> {
  /** The name of the group. */
  readonly label: string;
  readonly tabs: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** The ids of a tab and of its panel: `${id}-tab-${value}` and `${id}-panel-${value}`. */
  readonly id: string;
  /** True if one panel serves all tabs: its id is then `${id}-panel`. */
  readonly shared?: boolean;
}

const moves: Readonly<Record<string, (at: number, n: number) => number>> = {
  ArrowRight: (at, n) => (at + 1) % n,
  ArrowLeft: (at, n) => (at + n - 1) % n,
  Home: () => 0,
  End: (_, n) => n - 1,
};

/** A row of tabs with one stop for the Tab key; arrow keys, Home and End choose. */
export function Tabs<V extends string>({ label, tabs, value, onChange, id, shared = false }: Props<V>) {
  const at = tabs.findIndex((tab) => tab.value === value);
  /** After a click on a tab the keys stay those of the player around it; a dialog has none. */
  const clicked = useRef(false);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const move = moves[event.key];
    if (clicked.current && !event.currentTarget.closest('dialog, [popover]')) return;
    if (!move || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const to = move(at, tabs.length);
    onChange(tabs[to].value);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      onPointerDown={() => {
        clicked.current = true;
      }}
      onBlur={() => {
        clicked.current = false;
      }}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab, k) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className="tab"
          id={`${id}-tab-${tab.value}`}
          aria-controls={shared ? `${id}-panel` : `${id}-panel-${tab.value}`}
          aria-selected={k === at}
          tabIndex={k === Math.max(0, at) ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
