import { type ReactNode, Suspense, useState } from 'react';
import { PartBoundary } from './PartBoundary.tsx';
import { Button } from './primitives/Button.tsx';
import { Sheet } from './primitives/Sheet.tsx';

interface DialogButtonProps {
  readonly label: ReactNode;
  /** Accessible name of the button, if the label is not enough. */
  readonly name?: string;
  readonly title: string;
  readonly className: string;
  /** Content of the dialog, which may close it; mounted while the dialog is open. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. */
export function DialogButton({ label, name, title, className, children }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" aria-label={name} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet title={title} open={open} onClose={close} className={className}>
        <PartBoundary name={title}>
          <Suspense fallback={<p role="status">Loading…</p>}>{children(close)}</Suspense>
        </PartBoundary>
      </Sheet>
    </>
  );
}
