import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

interface BoxProps {
  /** The id of the box, for the buttons that open it (`popoverTarget`). */
  readonly id: string;
  /** Its name. */
  readonly title: string;
  readonly className?: string;
  readonly box?: RefObject<HTMLDivElement | null>;
  readonly onToggle?: (open: boolean) => void;
  /** Gets the way to close it, and whether it is open. */
  readonly children: (close: () => void, open: boolean) => ReactNode;
}

/** A box that opens over the page: closed by Escape, by a press elsewhere or by a choice in it. */
export function PopoverBox({ id, title, className = '', box, onToggle, children }: BoxProps) {
  const own = useRef<HTMLDivElement>(null);
  const popover = box ?? own;
  const [open, setOpen] = useState(false);
  return (
    <div
      ref={popover}
      id={id}
      popover="auto"
      className={`popover ${className}`}
      role="dialog"
      aria-label={title}
      onToggle={({ newState }) => {
        setOpen(newState === 'open');
        onToggle?.(newState === 'open');
      }}
    >
      {children(() => popover.current?.hidePopover?.(), open)}
    </div>
  );
}

interface Props extends Pick<BoxProps, 'title' | 'className' | 'children'>, Pick<ButtonProps, 'look'> {
  /** The content of the button. */
  readonly label: ReactNode;
  /** True if the present choice is inside. */
  readonly current?: boolean;
}

/** A button and what opens beside it. */
export function Popover({ label, look = 'plain', current = false, ...box }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look={look}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-current={current || undefined}
      >
        {label}
      </Button>
      <PopoverBox id={id} {...box} onToggle={setOpen} />
    </>
  );
}
