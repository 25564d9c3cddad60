import { ATTRIBUTION } from '../figure/attribution.ts';
import { VIEW_NAMESPACE } from '../figure/svg.ts';
import { MAX_FIGURE_VIEW } from './limits.ts';
import type { Moment } from './moment.ts';
import { isPng, textIn, withTexts } from './png.ts';
import { type Refused, refused } from './reading.ts';
import { type FileKeys, viewFile, viewKeys } from './viewFile.ts';

/** The keyword of the view among the texts of a PNG. */
const KEYWORD = 'Gatescope';

/** The view of a moment in printable ASCII, as a figure carries it; null where it is too large for one. */
export function figureView(moment: Moment): string | null {
  const text = viewFile(moment).trim();
  if (text.length > MAX_FIGURE_VIEW) return null;
  const ascii = text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return ascii.length > MAX_FIGURE_VIEW ? null : ascii;
}

/** A PNG of a figure with its licence and, where there is one, its view. */
export function figurePng(png: Uint8Array, view: string | null): Uint8Array<ArrayBuffer> {
  return withTexts(png, { Software: 'Gatescope', Copyright: ATTRIBUTION, ...(view !== null && { [KEYWORD]: view }) });
}

/** True if a file is a picture of a kind in which figures are saved. */
export const isFigure = (data: Uint8Array | string): boolean =>
  typeof data === 'string' ? isSvg(data) : isPng(data) || isSvg(new TextDecoder().decode(data.subarray(0, HEAD)));

/** The characters at its beginning within which a document says that it is an SVG. */
const HEAD = 4096;

const isSvg = (text: string): boolean => /^\s*</.test(text) && /<svg[\s>]/.test(text.slice(0, HEAD));

/** The keys of the view in a figure, or a sentence. */
export function figureKeys(data: Uint8Array | string): FileKeys {
  const png = typeof data !== 'string' && isPng(data);
  const view = png ? textIn(data, KEYWORD, MAX_FIGURE_VIEW) : viewInSvg(data);
  if (view === null)
    return refused(
      `This ${png ? 'PNG' : 'SVG'} contains no view to open. Figures saved with “Save” contain one, unless another program has removed it.`,
    );
  if (typeof view !== 'string') return view;
  const keys = viewKeys(view);
  return keys.ok ? keys : refused('The view in this picture is damaged. Save the picture again.');
}

/** The text of the element that holds the view; null where there is none. The document is searched, never parsed. */
function viewInSvg(data: Uint8Array | string): string | null | Refused {
  const svg = typeof data === 'string' ? data : new TextDecoder().decode(data);
  const named = svg.indexOf(VIEW_NAMESPACE);
  const start = named < 0 ? -1 : svg.indexOf('>', named);
  const end = start < 0 ? -1 : svg.indexOf('<', start);
  if (end < 0) return null;
  if (end - start > 6 * MAX_FIGURE_VIEW) return refused('The view in this SVG is too large.');
  return svg.slice(start + 1, end).replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole);
}

const ENTITY = /&(\w+|#34|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#34': '"',
  '#39': "'",
};
