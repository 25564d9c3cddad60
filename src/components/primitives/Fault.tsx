import type { ReactNode } from 'react';

/** A sentence on input that was refused, read out when it appears. */
export function Fault({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p className="fault" id={id} role="alert">
      {children}
    </p>
  );
}
