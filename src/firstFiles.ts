import { namesLesson } from './lesson/namesLesson.ts';

const { hash } = window.location;

/** The page of `index.html` that the address names. */
export const firstPage = namesLesson(hash) ? 'learn' : 'explore';

// This script runs before all others: it has the code of that page fetched with everything else, before the code that
// asks for it is there. Only a built page has such links.
for (const link of document.querySelectorAll<HTMLLinkElement>(`link[data-page="${firstPage}"]`))
  link.rel = 'modulepreload';

const root = document.documentElement;

/** True if the document shows the beginning of the page that the address names, without its code. */
export const isBegun = (): boolean => root.hasAttribute('data-begins');

/** Shows the beginning of that page. A built page contains that of the story, and apart that of Explore on a wide screen. */
function begin(): void {
  const explore = document.querySelector<HTMLTemplateElement>('#explore');
  const isExplore = hash === '#v=1' && explore !== null && matchMedia('(min-width: 56.01rem)').matches;
  if (isExplore) document.querySelector('#root')?.replaceChildren(explore.content);
  root.toggleAttribute('data-begins', isExplore || hash === '');
}

if (document.readyState === 'loading' && hash) document.addEventListener('readystatechange', begin, { once: true });
else begin();

window.addEventListener('hashchange', () => {
  // the lesson and Explore are two pages in one document
  if (namesLesson(window.location.hash) !== namesLesson(hash)) window.location.reload();
});

/** Events on the server-rendered start of the story, in their order, to be replayed once the page is hydrated. */
export const early: (MouseEvent | KeyboardEvent)[] = [];

const note = (event: MouseEvent | KeyboardEvent): void => {
  if (event.target instanceof Element && event.target.closest('.first-page')) early.push(event);
};
for (const type of ['click', 'keydown'] as const) document.addEventListener(type, note, true);
