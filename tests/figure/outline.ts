/** An element of an SVG document. */
interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Elements of a document written by this project, in which every attribute is quoted and every element closed. */
function parsed(svg: string): Element {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, close, tag, attributes, empty, text] of svg.matchAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>|([^<]+)/gi)) {
    if (text) open[open.length - 1].children.push(text);
    else if (close) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
      const element: Element = { tag, attributes: Object.fromEntries(pairs), children: [] };
      open[open.length - 1].children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root.children[0] as Element;
}

/** Attributes for position and identity; all others are appearance. */
const PLACED = /^(d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dy|width|height|viewBox|data-.+|opacity|fill-opacity)$/;
const VALUE = /^\S+ -?[\d.]+$/;

const rounded = (text: string): string => text.replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n)) + 0));

/** Position of an element; a path equal to that of the element before is written `=`. */
function placeOf({ attributes }: Element, before?: Element): string {
  return Object.entries(attributes)
    .filter(([name, value]) => PLACED.test(name) && value !== '')
    .map(([name, value]) => {
      if (name === 'd') return before?.attributes.d === value ? '=' : rounded(value);
      return `${name.replace('data-', '')} ${name.endsWith('opacity') ? value : rounded(value)}`;
    })
    .join(' ');
}

/** Start point of a lane or bar. */
const startOf = (element: Element): string => placeOf(element).replace(/(?<=M[^A-Z]+)[A-Z].*/, '');

/** The colour of a value, written by the test as its key and number. */
const shownBy = ({ attributes: { fill = '', stroke = '' } }: Element): string =>
  [fill, stroke].find((colour) => VALUE.test(colour)) ?? '';

const nameOf = ({ tag, attributes }: Element): string =>
  attributes.class ? `${tag}.${attributes.class.replace(' ', '.')}` : tag;

/** Appearance of an element, without its position and values. */
function styleOf(element: Element): string {
  const looks = Object.entries(element.attributes)
    .filter(([name, value]) => !PLACED.test(name) && name !== 'class' && !VALUE.test(value))
    .map(([name, value]) => `${name}: ${value}`);
  return `${nameOf(element)} { ${rounded(looks.join('; '))} }`;
}

/** The picture as indented text, one element per line; lanes and bars that differ only in position and value share a line. */
export function outlineOf(svg: string): string[] {
  return linesOf(parsed(svg), '');
}

const depthOf = (line: string): number => line.search(/\S/);

/** Number of elements of each kind, then the lines that `base` lacks, each below its ancestors. */
export function differencesOf(base: readonly string[], lines: readonly string[]): string[] {
  const known = new Set(base);
  const kept = new Set<number>();
  const above: number[] = [];
  for (const [k, line] of lines.entries()) {
    above.length = depthOf(line);
    if (!known.has(line)) for (const part of [...above, k]) kept.add(part);
    above.push(k);
  }
  return [countsOf(lines), ...lines.filter((_, k) => kept.has(k))];
}

function countsOf(lines: readonly string[]): string {
  const names = lines.map((line) => line.match(/[a-z]+\.[\w.-]+/)?.[0]).filter((name) => name !== undefined);
  return [...new Set(names)]
    .sort()
    .map((name) => `${names.filter((other) => other === name).length} ${name}`)
    .join(', ');
}

function linesOf(element: Element, indent: string, before?: Element): string[] {
  const text = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const inner = element.children.filter((child) => typeof child !== 'string');
  const head = [nameOf(element), placeOf(element, before), shownBy(element), text && `“${text}”`]
    .filter(Boolean)
    .join(' ');
  const lines = [indent + head];
  for (let k = 0; k < inner.length; k++) {
    const run = runOf(inner, k);
    if (run.length > 1) {
      const [first, last] = [run[0], run[run.length - 1]];
      const values = run.map(shownBy);
      const numbers = values.map((value, at) => (at === 0 ? value : value.split(' ')[1]));
      lines.push(
        `${indent} ${run.length} ${nameOf(first)} ${startOf(first)} … ${startOf(last)} | ${numbers.join(' ')}`,
      );
      k += run.length - 1;
    } else
      lines.push(
        ...linesOf(
          inner[k],
          `${indent} `,
          inner.slice(0, k).findLast((other) => other.attributes.d),
        ),
      );
  }
  return lines;
}

/** The siblings from `k` on that show values of one vector alike. */
function runOf(siblings: readonly Element[], k: number): readonly Element[] {
  const key = (element: Element): string => `${styleOf(element)} ${shownBy(element).split(' ')[0]}`;
  if (!shownBy(siblings[k])) return [siblings[k]];
  const end = siblings.findIndex((other, at) => at > k && (!shownBy(other) || key(other) !== key(siblings[k])));
  return siblings.slice(k, end < 0 ? undefined : end);
}

/** Every look that the pictures use, once. */
export function stylesOf(svgs: readonly string[]): string {
  const styles = new Set<string>();
  const visit = (element: Element): void => {
    if (shownBy(element) === '') styles.add(styleOf(element));
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  for (const svg of svgs) visit(parsed(svg));
  return [...styles].sort().join('\n');
}
