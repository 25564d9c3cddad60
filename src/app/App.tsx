import { lazy, useEffect, useState } from 'react';
import { Deferred, PaintFirst } from '../components/Deferred.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import type { Started } from '../components/share/startWith.ts';
import { TrainingProvider } from '../components/training/TrainingProvider.tsx';
import { GatescopeProvider, useInstance } from '../store/context.tsx';
import { Page } from './Page.tsx';

const Address = lazy(async () => ({ default: (await import('../components/beside.ts')).Address }));

/** The page: one instance, tied to the address, of which it shows this hash, and everything around it. */
export function App({ gatescope, notices, hash }: Started & { readonly hash: string }) {
  const [said, setSaid] = useState(notices);
  const [since] = useState(() => ({ hash, state: gatescope.getState() }));
  return (
    <GatescopeProvider gatescope={gatescope}>
      <TrainingProvider>
        <PaintFirst>
          <PartBoundary name="The page">
            <Page notices={said} onDismiss={() => setSaid([])} />
          </PartBoundary>
          <Deferred>
            <Actions />
          </Deferred>
          <PartBoundary name="The address">
            <Deferred>
              <Address since={since} onNotices={setSaid} />
            </Deferred>
          </PartBoundary>
        </PaintFirst>
      </TrainingProvider>
    </GatescopeProvider>
  );
}

/** Fetches the actions that the first picture does without. */
function Actions() {
  const { fetchActions } = useInstance();
  useEffect(() => {
    // a change that is made without them asks again
    fetchActions().catch(() => {});
  }, [fetchActions]);
  return null;
}
