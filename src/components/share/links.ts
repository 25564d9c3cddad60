/** What opens a link, in a file of its own: a page without a link comes without it. */
export { startFromLink } from './startFromLink.ts';
