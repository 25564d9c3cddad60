import { ATTRIBUTION } from '../../figure/attribution.ts';
import { svgOf } from '../../figure/svg.ts';
import { viewFile } from '../../io/viewFile.ts';
import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import type { Moment } from '../../store/state.ts';
import { Refusal } from '../../text/refusal.ts';
import { figureOf } from './figureFile.ts';
import { attribute } from './snippet.ts';

/** The name of the page that has everything inside, beside the other pages of the site. */
export const OFFLINE_PAGE = 'offline.html';

/** The places of the page's title, of its picture, which is shown until the script runs, and of its view. */
const TITLE = /(<title>).*?(<\/title>)/s;
const PICTURE = /(<!--picture-->).*?(<!--\/picture-->)/s;
const VIEW = /(<script id="view" type="application\/json">).*?(<\/script>)/s;

/** The title of the page, whatever moment it shows. */
export const titleOf = ({ name }: Derived['cell']): string => `${name}, step by step`;

/**
 * The offline page with a view inside, and its picture for readers without scripts. Throws a sentence if the page is
 * another one.
 */
export function offlineFile(page: string, derived: Derived, moment: Moment, gradient: Gradient | null): string {
  if (![TITLE, PICTURE, VIEW].every((place) => place.test(page)))
    throw new Refusal(`The ${OFFLINE_PAGE} of this site has no place for a view. Reload the page and try again.`);
  const { picture, state, ...figure } = figureOf(derived, moment, gradient, {
    ground: moment.view.theme === 'dark' ? 'dark' : 'light',
  });
  const svg = svgOf(picture, state, { ...figure, metadata: ATTRIBUTION, view: undefined });
  const filled = (place: RegExp, content: string) => (text: string) =>
    text.replace(place, (_, start: string, end: string) => start + content + end);
  return [
    filled(TITLE, attribute(titleOf(derived.cell))),
    filled(PICTURE, `${svg}<p>${attribute(figure.description)}</p>`),
    // JSON has < in strings alone, where it can be written as a number
    filled(VIEW, viewFile(moment).replaceAll('<', '\\u003c')),
  ].reduce((text, fill) => fill(text), page);
}
