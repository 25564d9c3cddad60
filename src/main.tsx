import './theme/theme.css';
import './theme/fonts/fonts.css';
import './theme/waiting.css';
import { createRoot } from 'react-dom/client';
import { keepEarlyDrop } from './components/share/earlyDrops.ts';
import { firstPage } from './firstFiles.ts';
import { namesLesson } from './lesson/namesLesson.ts';

/** Shows the lesson or the view of Explore that the address names. Each comes in a file that the other does not need. */
async function show(element: HTMLElement, hash: string): Promise<void> {
  const root = createRoot(element);
  if (firstPage === 'learn') return (await import('./app/learn/start.tsx')).startLearn(root, hash);
  return (await import('./app/startExplore.tsx')).startExplore(root, hash);
}

keepEarlyDrop();
const { hash } = window.location;
window.addEventListener('hashchange', () => {
  // the lesson and Explore are two pages in one document
  if (namesLesson(window.location.hash) !== namesLesson(hash)) window.location.reload();
});
const element = document.getElementById('root');
// no top-level await, which would keep the bundler from merging chunks
if (element) void show(element, hash);
