import './theme/theme.css';
import './theme/fonts/fonts.css';
import './theme/waiting.css';
import { keepEarlyDrop } from './components/share/earlyDrops.ts';
import { early, firstPage, isBegun } from './firstFiles.ts';

/** Shows the lesson or the view of Explore that the address names. Each comes in a file that the other does not need. */
async function show(element: HTMLElement, hash: string): Promise<void> {
  if (firstPage === 'learn') return (await import('./app/learn/start.tsx')).startLearn(element, hash, early);
  return (await import('./app/startExplore.tsx')).startExplore(element, hash, early);
}

keepEarlyDrop();
const { hash } = window.location;
const element = document.getElementById('root');
if (element && !isBegun()) {
  // a built page contains the beginning of the story
  element.replaceChildren();
  element.removeAttribute('class');
}
// no top-level await, which would keep the bundler from merging chunks
if (element) void show(element, hash);
