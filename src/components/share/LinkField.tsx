import { lazy, Suspense, useState } from 'react';
import { Button } from '../primitives/Button.tsx';
import { CopyField } from './CopyField.tsx';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.tsx')).QrCode }));

interface Props {
  readonly link: string;
  /** A sentence on what the link shows. */
  readonly hint: string;
}

/** A link to take along, also as a code to scan. */
export function LinkField({ link, hint }: Props) {
  const [coded, setCoded] = useState(false);
  return (
    <>
      <CopyField label="Link" text={link} lines={2} />
      <p className="row">
        <span className="hint">{hint}</span>
        <Button look="link" aria-expanded={coded} onClick={() => setCoded(!coded)}>
          QR code
        </Button>
      </p>
      {coded && (
        <Suspense fallback={<p role="status">Loading…</p>}>
          <QrCode text={link} />
        </Suspense>
      )}
    </>
  );
}
