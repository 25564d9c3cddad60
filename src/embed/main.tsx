// first, because it declares the order of the cascade layers
import '../theme/theme.css';
import { createRoot } from 'react-dom/client';
import { frameHash } from '../components/share/frameHash.ts';
import { startFromLink } from '../components/share/startFromLink.ts';
import { home } from '../presets/index.ts';
import { Frame } from './Frame.tsx';

// the policy of this page forbids WebAssembly, so that the frame does not ask for it
const one = { ...home, alone: true };

void startFromLink(frameHash(window.location.hash), one, { loadRuns: async () => null }).then((started) => {
  document.title = `${started.gatescope.derived().cell.name}, step by step`;
  const root = document.getElementById('root');
  root?.replaceChildren();
  if (root) createRoot(root).render(<Frame {...started} home={one} />);
});
