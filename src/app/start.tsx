import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { startFromLink } from '../components/share/startFromLink.ts';
import { home } from '../presets/index.ts';
import { App } from './App.tsx';

/** Shows the instrument with the view of a link. */
export async function startExplore(root: Root, hash: string): Promise<void> {
  const started = await startFromLink(hash, home);
  root.render(
    <StrictMode>
      <App {...started} />
    </StrictMode>,
  );
}
