import { chosenCell } from '../../io/cellChoice.ts';
import type { Inputs } from '../../io/moment.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
/** A text as it is written inside a quoted attribute. */
export const attribute = (text: string): string => text.replace(/[&"<>]/g, (c) => ESCAPES[c]);

/** The address of the page with this view; `from` is any address of the page. */
export function pageAddress(from: string, hash: string): string {
  return new URL(`#${hash}`, from).href;
}

/** The address of the same view in a frame: embed.html, in the folder of the page. */
export function frameAddress(from: string, hash: string): string {
  return new URL(`embed.html#${hash}`, from).href;
}

/** True if an address can be reached only from this computer or its network. */
export function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'file:') return true;
  return /^(localhost|.*\.(localhost|local)|\[::1\]|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*)$/.test(
    hostname,
  );
}

/** The address of the web that was typed, or null. */
export function webAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The address of this page on the site that was typed; without a readable one, its own. */
export function pageOn(typed: string, here: string): string {
  const site = webAddress(typed);
  return site === null ? here : new URL(here.slice(new URL('.', here).href.length), site).href;
}

/** The most characters of a text in a title. */
const TITLE_TEXT = 40;

/** The cells of all runs, each once, and the sequence of the first in a few words. */
export function subjectOf(inputs: Pick<Inputs, 'cell' | 'options' | 'sequence' | 'beside'>): string {
  const { sequence, beside = [] } = inputs;
  const all = [inputs, ...beside.map((variation) => ({ ...inputs, ...variation }))];
  const names = [...new Set(all.map((run) => chosenCell(run).name))];
  const cells = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
  const read = sequence.kind === 'text' ? `“${shortened(sequence.text)}”` : sequence.columns.join(', ');
  return `${cells} reading ${read}`;
}

/** The title of a frame for readers who cannot see it. */
export const frameTitle = (inputs: Parameters<typeof subjectOf>[0]): string =>
  `${subjectOf(inputs)}, step by step (Gatescope)`;

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length > TITLE_TEXT ? `${letters.slice(0, TITLE_TEXT - 1).join('')}…` : letters.join('');
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
