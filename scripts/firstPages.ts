import { renderToString } from 'react-dom/server';
import { explorePage, firstExplore } from '../src/app/explorePage.tsx';
import { storyPage } from '../src/app/learn/storyPage.tsx';

/**
 * The HTML of a page as it renders itself. The policy of the page allows no styles in attributes: they wait under another name,
 * and the page's script sets them.
 */
const htmlOf = (page: Parameters<typeof renderToString>[0]): string =>
  renderToString(page)
    .replaceAll(' style="', ' data-style="')
    // as in the rest of the page, so that both compress as one
    .replaceAll('&#x27;', "'");

/** The beginning of the story. */
export const story = htmlOf(storyPage());

/** Explore at a first visit. */
export const explore = htmlOf(explorePage(firstExplore(), '#v=1', () => {}));
