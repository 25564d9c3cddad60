import { type Drawn, drawnOf } from './drawn.ts';
import type { PictureState } from './paint.ts';
import type { Picture } from './picture.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  // Characters that XML 1.0 does not allow are left out.
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"]/g, (c) => ESCAPES[c]);

function markup(drawn: Drawn, redrawn: (text: Drawn) => Drawn): string {
  const { tag, attributes, children } = drawn.tag === 'text' ? redrawn(drawn) : drawn;
  const list = Object.entries(attributes).map(
    ([name, value]) =>
      ` ${name}="${escaped(typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value)}"`,
  );
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child, redrawn))).join('');
  return inner ? `<${tag}${list.join('')}>${inner}</${tag}>` : `<${tag}${list.join('')}/>`;
}

export interface SvgOptions {
  readonly title: string;
  readonly background?: string;
  /** Rules for fonts, e.g. an embedded @font-face. */
  readonly style?: string;
  /** A description of the picture for readers who cannot see it. */
  readonly description?: string;
  /** The line of the licence. */
  readonly metadata?: string;
  /** The view as JSON, kept in the metadata so that the figure opens again (io/figure.ts). */
  readonly view?: string | undefined;
  /** Draws text in another way, such as by its outlines. */
  readonly redrawn?: ((text: Drawn) => Drawn) | undefined;
}

/** The namespace of the element that holds the view in the metadata of a figure. */
export const VIEW_NAMESPACE = 'urn:gatescope:view';

/** The picture as a static SVG document. */
export function svgOf(
  { viewBox, root }: Picture,
  state: PictureState,
  { title, description, background, style, metadata = '', view, redrawn = (text) => text }: SvgOptions,
): string {
  const drawn = drawnOf(root, state);
  const [x, y, width, height] = viewBox.map((v) => Math.round(v * 100) / 100);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    description ? `<desc>${escaped(description)}</desc>` : '',
    metadata || view ? `<metadata>${escaped(metadata)}${view ? viewElement(view) : ''}</metadata>` : '',
    style ? `<style>${escaped(style)}</style>` : '',
    background ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escaped(background)}"/>` : '',
    drawn ? markup(drawn, redrawn) : '',
    '</svg>',
  ].join('');
}

const viewElement = (view: string): string => `<view xmlns="${VIEW_NAMESPACE}">${escaped(view)}</view>`;
