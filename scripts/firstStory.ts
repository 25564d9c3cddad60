import { renderToString } from 'react-dom/server';
import { storyPage } from '../src/app/learn/storyPage.tsx';

/**
 * The HTML of the story at its beginning, as the page renders it. The policy of the page allows no styles in attributes: they
 * wait under another name, and the page's script sets them.
 */
export const html = renderToString(storyPage())
  .replaceAll(' style="', ' data-style="')
  // as in the rest of the page, so that both compress as one
  .replaceAll('&#x27;', "'");
