import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';

interface Props {
  /** What the button shows. */
  readonly label: ReactNode;
  /** The name of what opens. */
  readonly title: string;
  /** Whether the present choice is inside. */
  readonly current?: boolean;
  readonly className?: string;
  /** Gets the way to close it, and whether it is open. */
  readonly children: (close: () => void, open: boolean) => ReactNode;
}

/** A button and what opens beside it: closed by Escape, by a press elsewhere or by what is chosen in it. */
export function Popover({ label, title, current = false, className = '', children }: Props) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button popoverTarget={id} aria-haspopup="dialog" aria-expanded={open} aria-current={current || undefined}>
        {label}
      </Button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className={`popover ${className}`}
        role="dialog"
        aria-label={title}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {children(() => popover.current?.hidePopover?.(), open)}
      </div>
    </>
  );
}
