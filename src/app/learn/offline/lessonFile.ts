import { attribute } from '../../../components/share/snippet.ts';
import { Refusal } from '../../../text/refusal.ts';

/** The name of the page that has everything for a lesson inside, beside the other pages of the site. */
export const OFFLINE_LESSON = 'offline-lesson.html';

const TITLE = /(<title>).*?(<\/title>)/s;
const LESSON = /(<script id="lesson" type="text\/markdown">).*?(<\/script>)/s;

/** The offline page with a lesson inside. Throws a sentence if the page is another one. */
export function lessonFile(page: string, title: string, markdown: string): string {
  if (!TITLE.test(page) || !LESSON.test(page))
    throw new Refusal(`The ${OFFLINE_LESSON} of this site has no place for a lesson. Reload the page and try again.`);
  // as JSON in which no < is left, so that no text of a lesson ends the element
  const inside = JSON.stringify(markdown).replaceAll('<', '\\u003c');
  return page
    .replace(TITLE, (_, start: string, end: string) => start + attribute(title) + end)
    .replace(LESSON, (_, start: string, end: string) => start + inside + end);
}

/** The Markdown of the lesson inside a page; empty where there is none. */
export function markdownIn(page: Document): string {
  const inside = page.getElementById('lesson')?.textContent ?? '';
  return inside === '' ? '' : String(JSON.parse(inside));
}
