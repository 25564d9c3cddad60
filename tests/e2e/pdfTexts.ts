import { getDocumentProxy } from 'unpdf';

interface Placed {
  readonly transform: readonly number[];
  readonly width: number;
}

/** True if two texts of a page share three tenths of the area of the smaller one; a subscript shares less. */
function covers(one: Placed, other: Placed): boolean {
  const [a, b] = [one, other].map(({ transform: [, , , size, x, y], width }) => ({
    x: [x, x + width],
    y: [y, y + 0.6 * Math.abs(size)],
    area: width * 0.6 * Math.abs(size),
  }));
  const shared = (axis: 'x' | 'y'): number => Math.min(a[axis][1], b[axis][1]) - Math.max(a[axis][0], b[axis][0]);
  return shared('x') > 0 && shared('y') > 0 && shared('x') * shared('y') > 0.3 * Math.min(a.area, b.area);
}

/** The texts of a PDF, page by page, those of them that a page does not hold, and those that lie on others. */
export async function textsOf(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, k) => document.getPage(k + 1)));
  return Promise.all(
    pages.map(async (page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const beyond = texts.filter(
        ({ transform: [, , , , x, y], width: wide }) => x < 0 || x + wide > width || y < 0 || y > height,
      );
      return {
        size: [Math.round(width), Math.round(height)],
        text: texts.map(({ str }) => str).join(''),
        beyond: beyond.map(({ str }) => str),
        covered: texts.flatMap((one, k) =>
          texts
            .slice(k + 1)
            .filter((other) => covers(one, other))
            .map(({ str }) => str),
        ),
      };
    }),
  );
}
