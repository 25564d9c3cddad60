import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A modal dialog: what is in it is made when it opens and let go when it closes. Escape and a press beside it close it. */
export function Sheet({ title, open, onClose, className = '', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      aria-labelledby={heading}
      closedby="any"
      onClose={onClose}
      // the keys of the player belong to the page below
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="spread sheet-head">
        <h2 id={heading}>{title}</h2>
        <Button look="icon" aria-label="Close" onClick={onClose}>
          ×
        </Button>
      </div>
      {open && children}
    </dialog>
  );
}
