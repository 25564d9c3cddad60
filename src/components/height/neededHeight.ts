/** Bounds of the height that is asked for the picture, in pixels. */
const LOWEST = 240;
const HIGHEST = 448;

/**
 * The height in pixels at which an instance shows all of its parts and the picture as wide as there is room. It follows
 * from the width and the content alone, so that a frame of any height asks for the same.
 */
export function neededHeight(root: HTMLElement): number {
  const { top } = root.getBoundingClientRect();
  const bottoms = [...root.children].filter(takesRoom).map((child) => child.getBoundingClientRect().bottom);
  const svg = root.querySelector<SVGSVGElement>('[data-part="diagram"] .diagram > svg');
  const stretch = svg ? wishedHeight(svg) - svg.getBoundingClientRect().height : 0;
  return Math.ceil(Math.max(top, ...bottoms) - top + Number.parseFloat(getComputedStyle(root).paddingBottom) + stretch);
}

const takesRoom = (element: Element): boolean => !['absolute', 'fixed'].includes(getComputedStyle(element).position);

/** The height of the picture where it is as wide as its place. */
function wishedHeight(svg: SVGSVGElement): number {
  const { width, height } = svg.viewBox.baseVal;
  const room = svg.parentElement?.clientWidth ?? 0;
  return Math.min(Math.max((room * height) / width, LOWEST), HIGHEST);
}
