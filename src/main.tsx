import './theme/theme.css';
import './theme/fonts/fonts.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepEarlyDrop } from './components/share/earlyDrops.ts';
import type { Started } from './components/share/startFromLink.ts';
import { namesLesson } from './lesson/namesLesson.ts';
import { firstVisit } from './presets/firstVisit.ts';
import { home } from './presets/index.ts';
import { createGatescope } from './store/gatescope.ts';

/** Creates the instance for the address. The code that reads links is fetched only for a link. */
async function started(hash: string): Promise<Started> {
  if (hash === '#v=1') return { gatescope: createGatescope({ initial: firstVisit() }), notices: [] };
  const { startFromLink } = await import('./components/share/links.ts');
  return startFromLink(hash, home);
}

async function showExplore(root: Root, hash: string): Promise<void> {
  const instance = await started(hash);
  root.render(
    <StrictMode>
      <App {...instance} hash={hash} />
    </StrictMode>,
  );
}

async function showLesson(root: Root, hash: string): Promise<void> {
  const { startLearn } = await import('./app/learn/start.tsx');
  return startLearn(root, hash);
}

keepEarlyDrop();
const { hash } = window.location;
window.addEventListener('hashchange', () => {
  // the lesson and Explore are two pages in one document
  if (namesLesson(window.location.hash) !== namesLesson(hash)) window.location.reload();
});
const element = document.getElementById('root');
// no top-level await, which would keep the bundler from merging chunks
if (element) void (namesLesson(hash) ? showLesson : showExplore)(createRoot(element), hash);
