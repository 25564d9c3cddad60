import { type AtRule, type ChildNode, parse, type Root } from 'postcss';

/** The class of the root of an instance. */
const ROOT = '.gate-diagram';
/** An id that no element has, for its weight in the cascade. */
const HEAVY = '#gs';
/** The cascade layers of the sheet by rising priority. */
const LAYERS: readonly string[] = ['tokens', 'base', 'primitives', 'panels'];
/** What `rem` means where nobody has changed the font size of the document. */
const REM = 16;

/**
 * Undoes the rules of the page inside the root. What is inherited ends at the root, but for whether it is seen and can
 * be hit, which the page decides. In pictures and formulas attributes count as rules of the page, so that there only
 * rules outside of layers are undone.
 */
const RESET = [
  `:is(${ROOT},${HEAVY}){all:initial;direction:ltr;visibility:inherit;pointer-events:inherit}`,
  ...['*', '::before', '::after', '*::before', '*::after', '*::placeholder', '*::backdrop'].map(
    (inside) => `:is(${ROOT},${HEAVY})${inside.startsWith('*') ? ' ' : ''}${inside}{all:revert}`,
  ),
  `:is(${ROOT},${HEAVY}) :is(svg,svg *,math,math *){all:revert-layer}`,
].join('');

/**
 * A style sheet for instances in a page of other people. Its selectors reach nothing outside of a root, and nothing of
 * the page but `!important` reaches inside: layers become weight in the cascade, because any rule outside of layers
 * wins over one inside, and lengths do not follow the font size of the document.
 */
export function isolated(css: string): string {
  const sheet = parse(css);
  sheet.walkRules((rule) => {
    const level = LAYERS.indexOf(layerAround(rule));
    if (rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')) return;
    rule.selectors = rule.selectors.map((selector) => within(selector, level + 2));
  });
  lengthsInPixels(sheet);
  while (hasLayers(sheet)) sheet.walkAtRules('layer', (layer) => void layer.replaceWith(...(layer.nodes ?? [])));
  return `${RESET}${sheet}`;
}

/**
 * A style sheet for the shadow tree of an element: rules of the page reach nothing there, but what is inherited and the
 * font size of the document do. In print the element's own content takes the place of the diagram, where it has some.
 */
export function shadowed(css: string): string {
  const sheet = parse(css);
  lengthsInPixels(sheet);
  // a font is known to a document, not to a tree within
  sheet.walkAtRules('font-face', (font) => void font.remove());
  return `${SHADOW}${sheet}`;
}

const SHADOW = [
  '@layer gatescope.tokens,gatescope.base,gatescope.primitives,gatescope.panels;',
  ':host{display:block}:host([hidden]),slot{display:none}',
  `@layer gatescope.tokens{${ROOT}{all:initial;direction:ltr;visibility:inherit;pointer-events:inherit}}`,
  `@media print{slot{display:contents}${ROOT}:has(~slot.filled){display:none}}`,
].join('');

function lengthsInPixels(sheet: Root): void {
  sheet.walkDecls((declaration) => {
    declaration.value = inPixels(declaration.value);
  });
  sheet.walkAtRules('container', (container) => {
    container.params = inPixels(container.params);
  });
}

const inPixels = (lengths: string): string =>
  lengths.replace(/(?<!\w)(\d*\.?\d+)rem\b/g, (_, n) => `${Number(n) * REM}px`);

const hasLayers = (sheet: Root): boolean => sheet.nodes.some((node) => node.type === 'atrule' && node.name === 'layer');

/** The last name of the cascade layer that a rule is in; empty where it is in none. */
function layerAround(node: ChildNode): string {
  for (let at = node.parent; at; at = at.parent as typeof at)
    if (at.type === 'atrule' && (at as AtRule).name === 'layer') return (at as AtRule).params.split('.').at(-1) ?? '';
  return '';
}

/** A selector of the same elements where they are the root of an instance or inside one, with the weight of some ids. */
function within(selector: string, weight: number): string {
  const at = selector.search(/::(?![^(]*\))/);
  const end = at < 0 ? selector.length : at;
  return `${selector.slice(0, end)}:is(${ROOT},${ROOT} *,${HEAVY.repeat(weight)})${selector.slice(end)}`;
}
