import type { ReactNode } from 'react';
import { Deferred } from '../components/Deferred.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';

/** A part of the page that fails by itself; it comes after the first paint unless it belongs to it. */
export function PagePart({
  name,
  first = false,
  children,
}: {
  /** The name of the part in the sentence that stands for it if it cannot be shown. */
  readonly name: string;
  /** True if it belongs to the first picture. */
  readonly first?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <PartBoundary name={name}>
      {first ? children : <Deferred meanwhile={<p className="hint loading">Loading…</p>}>{children}</Deferred>}
    </PartBoundary>
  );
}
