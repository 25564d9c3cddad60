import './theme/theme.css';
import './theme/fonts/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepEarlyDrop } from './components/share/earlyDrops.ts';
import type { Started } from './components/share/startFromLink.ts';
import { firstVisit } from './presets/firstVisit.ts';
import { home } from './presets/index.ts';
import { createGatescope } from './store/gatescope.ts';

/** The instance that the address names. What reads links is fetched only where there is one. */
async function started(hash: string): Promise<Started> {
  if (hash.length <= 1) return { gatescope: createGatescope({ initial: firstVisit() }), notices: [] };
  const { startFromLink } = await import('./components/share/links.ts');
  return startFromLink(hash, home);
}

keepEarlyDrop();
// not awaited at the top: a module that waits keeps the bundler from merging chunks
void started(window.location.hash).then((instance) => {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App {...instance} />
      </StrictMode>,
    );
});
