/** The code that opens a link, in a file of its own: a page without a link does not fetch it. */
export { startFromLink } from './startFromLink.ts';
