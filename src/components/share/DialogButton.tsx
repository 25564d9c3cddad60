import { type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { PartBoundary } from '../PartBoundary.tsx';
import './share.css';

/** A button that opens a dialog. What stands in the dialog is made when it opens and let go when it closes. */
export function DialogButton({
  label,
  title,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [open, setOpen] = useState(false);
  const show = (): void => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="share-button" aria-haspopup="dialog" onClick={show}>
        {label}
      </button>
      <dialog
        ref={dialog}
        className="share-dialog"
        aria-labelledby={heading}
        closedby="any"
        onClose={() => setOpen(false)}
        // the keys of the player belong to the page below
        onKeyDown={(event) => event.stopPropagation()}
      >
        <div className="share-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" className="share-close" aria-label="Close" onClick={() => dialog.current?.close()}>
            ×
          </button>
        </div>
        {open && (
          <PartBoundary name={title}>
            <Suspense fallback={<p role="status">Loading …</p>}>{children}</Suspense>
          </PartBoundary>
        )}
      </dialog>
    </>
  );
}
