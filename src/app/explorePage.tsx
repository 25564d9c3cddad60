import { type ReactElement, StrictMode, useEffect } from 'react';
import type { Started } from '../components/share/startWith.ts';
import { firstVisit } from '../presets/firstVisit.ts';
import { createOnDemand } from '../store/onDemand.ts';
import { App } from './App.tsx';

/** The instance of a first visit. */
export const firstExplore = (): Started => ({ gatescope: createOnDemand({ initial: firstVisit() }), notices: [] });

/** The whole page of Explore with the view of an address; `onLive` is called once it answers its reader. */
export function explorePage(started: Started, hash: string, onLive: () => void): ReactElement {
  return (
    <StrictMode>
      <Live onLive={onLive}>
        <App {...started} hash={hash} />
      </Live>
    </StrictMode>
  );
}

function Live({ onLive, children }: { readonly onLive: () => void; readonly children: ReactElement }) {
  useEffect(onLive, [onLive]);
  return children;
}
