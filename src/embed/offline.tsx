// first, because it declares the order of the cascade layers
import '../theme/theme.css';
import { createRoot } from 'react-dom/client';
import { startFromLink } from '../components/share/startFromLink.ts';
import { startFromView } from '../components/share/startFromView.ts';
import type { Started } from '../components/share/startWith.ts';
import { home } from '../presets/index.ts';
import { OfflineView } from './OfflineView.tsx';

/** A file runs without the machine of single precision: the policy of the page allows no WebAssembly. */
const options = { loadRuns: async () => null };

/** The view of a link after the #, else the one inside the page. */
function started(): Promise<Started> {
  const { hash } = window.location;
  const inside = document.getElementById('view')?.textContent ?? '';
  return hash === '' && inside !== '' ? startFromView(inside, home, options) : startFromLink(hash, home, options);
}

void started().then((view) => {
  const root = document.getElementById('root');
  root?.replaceChildren();
  if (root) createRoot(root).render(<OfflineView {...view} />);
});
