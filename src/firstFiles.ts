import { namesLesson } from './lesson/namesLesson.ts';

const { hash } = window.location;

/** The page of `index.html` that the address names. */
export const firstPage = namesLesson(hash) ? 'learn' : 'explore';

// This script runs before all others: it has the code of that page fetched with everything else, before the code that
// asks for it is there. Only a built page has such links.
for (const link of document.querySelectorAll<HTMLLinkElement>(`link[data-page="${firstPage}"]`))
  link.rel = 'modulepreload';

// A built page contains the beginning of the story, which another address is not to show.
document.documentElement.toggleAttribute('data-begins', hash === '');

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
