// first, because it declares the order of the cascade layers
import '../theme/theme.css';
import '../theme/waiting.css';
import { createRoot } from 'react-dom/client';
import { fetchCompact } from '../components/diagram/useCompact.ts';
import { frameHash } from '../components/share/frameHash.ts';
import { startWith } from '../components/share/startWith.ts';
import { fewParts, shownParts } from '../components/visibleParts.ts';
import { fetchFigures } from '../figure/fetchFigures.ts';
import { isKnown } from '../figure/layout.ts';
import { opened } from '../io/opening.ts';
import { namesChapter } from '../lesson/namesLesson.ts';
import { home } from '../presets/index.ts';
import type { Gatescope } from '../store/gatescope.ts';
import { createOnDemand } from '../store/onDemand.ts';
import { isRare } from '../text/tokens.ts';
import { Frame } from './Frame.tsx';

/** Leaves a chapter of a lesson to the page that has lessons. The history gets no entry. */
function leftToLesson(): boolean {
  const { hash } = window.location;
  if (!namesChapter(hash)) return false;
  window.location.replace(`./index.html${hash}&within=frame`);
  return true;
}

/** Longest wait for the first paint, in ms: a frame out of sight paints nothing. */
const AT_MOST = 1000;

/** Waits until what the page shows before its code is painted, with its picture unless it is an outline. */
async function firstPainted(): Promise<void> {
  const image = document.querySelector<HTMLImageElement>('.first-view:not([data-outline]) img');
  await image?.decode().catch(() => {});
  // the frame after the next begins once the next is painted
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
}

/** Fetches what the first picture needs beyond a cell and its player. */
async function fetched({ getState, derived, fetchActions }: Gatescope): Promise<void> {
  const { inputs, view } = getState();
  const { cell, encoded } = derived();
  if (inputs.beside || !isKnown(cell) || encoded.tokens.some(isRare)) await fetchFigures();
  if (inputs.beside) await import('./comparedParts.tsx');
  // the other parts may refuse what is typed, at once
  if (view.shows === 'gradients' || shownParts(view).some((part) => !fewParts.includes(part))) await fetchActions();
}

async function showDiagram(): Promise<void> {
  // if it fails, the instance tries again
  const compact = fetchCompact().catch(() => {});
  await Promise.race([firstPainted(), new Promise((resolve) => setTimeout(resolve, AT_MOST))]);
  const { hash } = window.location;
  // the policy of this page forbids WebAssembly, so that the frame does not ask for it
  const started = startWith(createOnDemand, await opened(frameHash(hash), home), 'This link', {
    loadRuns: async () => null,
  });
  await fetched(started.gatescope).catch(() => {});
  await compact;
  document.title = `${started.gatescope.derived().cell.name}, step by step`;
  const root = document.getElementById('root');
  root?.replaceChildren();
  if (root) createRoot(root).render(<Frame {...started} hash={hash} home={home} />);
}

window.addEventListener('hashchange', leftToLesson);
if (!leftToLesson()) void showDiagram();
