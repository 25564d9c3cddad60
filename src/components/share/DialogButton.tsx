import { type ReactNode, Suspense, useState } from 'react';
import { PartBoundary } from '../PartBoundary.tsx';
import { Button } from '../primitives/Button.tsx';
import { Sheet } from '../primitives/Sheet.tsx';
import './share.css';

/** A button that opens a dialog. What is in the dialog is made when it opens and let go when it closes. */
export function DialogButton({
  label,
  title,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet title={title} open={open} onClose={() => setOpen(false)} className="share-dialog">
        <PartBoundary name={title}>
          <Suspense fallback={<p role="status">Loading …</p>}>{children}</Suspense>
        </PartBoundary>
      </Sheet>
    </>
  );
}
