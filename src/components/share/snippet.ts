import type { Part, View } from '../../store/state.ts';
import { partTable } from '../parts.tsx';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const attribute = (text: string): string => text.replace(/[&"<>]/g, (c) => ESCAPES[c]);

/** The address of the page with this view; `from` is any address of the page. */
export function pageAddress(from: string, hash: string): string {
  return new URL(`#${hash}`, from).href;
}

/** The address of the same view in a frame: embed.html stands beside the page. */
export function frameAddress(from: string, hash: string): string {
  return new URL(`embed.html#${hash}`, from).href;
}

/** What says of which output gradients are shown stands above the picture. */
const GRADIENT_ROOM = 120;

/** How high a frame is made for these parts, in pixels. */
export function frameHeight(shown: readonly Part[], shows: View['shows']): number {
  const gradients = shows === 'gradients' && shown.includes('diagram') ? GRADIENT_ROOM : 0;
  return shown.reduce((sum, part) => sum + partTable[part].height, gradients);
}

/**
 * The markup that a course page takes: 100 % wide, so many pixels high, allowed to fill the screen. Browsers warn where
 * `allow` says the latter once more.
 */
export function frameMarkup(address: string, title: string, height: number): string {
  const attributes = [
    `src="${attribute(address)}"`,
    `title="${attribute(title)}"`,
    'width="100%"',
    `height="${height}"`,
    'loading="lazy"',
    'allowfullscreen',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}
