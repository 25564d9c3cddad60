import { Deferred } from '../components/Deferred.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { partTable } from '../components/parts.tsx';
import { fewParts } from '../components/visibleParts.ts';
import type { Part } from '../store/state.ts';

/** A part of the instance around it, once it is needed. */
export function PartContent({ part }: { readonly part: Part }) {
  const { label, Component } = partTable[part];
  return (
    <PartBoundary name={label}>
      {fewParts.includes(part) ? (
        <Component />
      ) : (
        <Deferred>
          <Component />
        </Deferred>
      )}
    </PartBoundary>
  );
}
