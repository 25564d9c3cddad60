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

/**
 * The markup that a course page takes: 100 % wide, 480 pixels high, allowed to fill the screen. Browsers warn where
 * `allow` says the latter once more.
 */
export function frameMarkup(address: string, title: string): string {
  const attributes = [
    `src="${attribute(address)}"`,
    `title="${attribute(title)}"`,
    'width="100%"',
    'height="480"',
    'loading="lazy"',
    'allowfullscreen',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}
