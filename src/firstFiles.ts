import { namesLesson } from './lesson/namesLesson.ts';

/** The page of `index.html` that the address names. */
export const firstPage = namesLesson(window.location.hash) ? 'learn' : 'explore';

// This script runs before all others: it has the code of that page fetched with everything else, before the code that
// asks for it is there. Only a built page has such links.
for (const link of document.querySelectorAll<HTMLLinkElement>(`link[data-page="${firstPage}"]`))
  link.rel = 'modulepreload';
