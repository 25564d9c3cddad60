import { useEffect, useState } from 'react';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { bindUrl } from '../components/share/bindUrl.ts';
import type { Started } from '../components/share/startFromLink.ts';
import { TrainingProvider } from '../components/training/TrainingProvider.tsx';
import { home } from '../presets/index.ts';
import { GatescopeProvider } from '../store/context.tsx';
import { PaintFirst } from './Deferred.tsx';
import { Page } from './Page.tsx';

/** The page: one instance, tied to the address, and everything around it. */
export function App({ gatescope, notices }: Started) {
  const [said, setSaid] = useState(notices);
  useEffect(() => bindUrl(gatescope, { home, onNotices: setSaid }), [gatescope]);
  return (
    <GatescopeProvider gatescope={gatescope}>
      <TrainingProvider>
        <PaintFirst>
          <PartBoundary name="The page">
            <Page notices={said} onDismiss={() => setSaid([])} />
          </PartBoundary>
        </PaintFirst>
      </TrainingProvider>
    </GatescopeProvider>
  );
}
