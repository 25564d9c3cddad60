import { type AtRule, type ChildNode, parse, type Root } from 'postcss';

/** Class of an instance's root element. */
const ROOT = '.gate-diagram';
/** An id that no element has, used for its specificity. */
const HEAVY = '#gs';
/** Cascade layers of the sheet, in rising priority. */
const LAYERS: readonly string[] = ['tokens', 'base', 'primitives', 'panels'];
/** Default font size of a document in pixels, on which `rem` is based. */
const REM = 16;

/**
 * Resets the page's rules inside the root. Inheritance ends at the root, except for visibility and pointer events, which
 * the page decides. In SVG and MathML, presentation attributes count as the page's rules, so that there only rules
 * outside of layers are reset.
 */
const RESET = [
  `:is(${ROOT},${HEAVY}){all:initial;direction:ltr;visibility:inherit;pointer-events:inherit}`,
  ...['*', '::before', '::after', '*::before', '*::after', '*::placeholder', '*::backdrop'].map(
    (inside) => `:is(${ROOT},${HEAVY})${inside.startsWith('*') ? ' ' : ''}${inside}{all:revert}`,
  ),
  `:is(${ROOT},${HEAVY}) :is(svg,svg *,math,math *){all:revert-layer}`,
].join('');

/**
 * A style sheet for instances in someone else's page. Its selectors match nothing outside a root, and of the page's rules
 * only `!important` ones apply inside: layers become specificity, because any unlayered rule wins over a layered one, and
 * lengths do not depend on the font size of the document.
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
 * A style sheet for an element's shadow tree. The page's rules do not apply there, but inheritance and the font size of
 * the document do. In print, the element's own content, if any, replaces the diagram.
 */
export function shadowed(css: string): string {
  const sheet = parse(css);
  lengthsInPixels(sheet);
  // a font is known to a document, not to a tree within
  sheet.walkAtRules('font-face', (font) => void font.remove());
  return `${SHADOW}${sheet}`;
}

/**
 * In an element whose height the page gives, the picture takes what the other parts leave, as in a frame; a percentage of a
 * height that follows from the content counts as none.
 */
const FITTED = [
  `${ROOT}{height:100%}`,
  `${ROOT}>[data-part="diagram"]:not(:has(>.each-run)){flex:0 1 auto;display:grid;grid-template-rows:minmax(0,1fr);min-height:15rem}`,
  `${ROOT}>[data-part="diagram"]:not(:has(>.each-run))>.diagram{display:grid;grid-template-rows:minmax(0,1fr);min-height:0}`,
  `${ROOT}>[data-part="diagram"]:not(:has(>.each-run))>.diagram>svg{max-height:min(100%,74vh,44rem)}`,
].join('');

const SHADOW = [
  '@layer gatescope.tokens,gatescope.base,gatescope.primitives,gatescope.panels;',
  ':host{display:block}:host([hidden]),slot{display:none}.gate-place{min-height:540px;aspect-ratio:20/11}.gate-place slot{display:contents}',
  FITTED,
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

/** Innermost name of a rule's cascade layer; empty for an unlayered rule. */
function layerAround(node: ChildNode): string {
  for (let at = node.parent; at; at = at.parent as typeof at)
    if (at.type === 'atrule' && (at as AtRule).name === 'layer') return (at as AtRule).params.split('.').at(-1) ?? '';
  return '';
}

/** The beginning of a pseudo-element, which minifiers write with one colon where that is allowed. */
const PSEUDO_ELEMENT = /:(?::|(?=(?:before|after|first-line|first-letter)\b))(?![^(]*\))/;

/** The selector restricted to roots of instances and their descendants, with the specificity of some ids added. */
function within(selector: string, weight: number): string {
  const at = selector.search(PSEUDO_ELEMENT);
  const end = at < 0 ? selector.length : at;
  return `${selector.slice(0, end)}:is(${ROOT},${ROOT} *,${HEAVY.repeat(weight)})${selector.slice(end)}`;
}
