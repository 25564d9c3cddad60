import { durations } from '../../theme/motion.ts';

/** A picture as it is on the page: the root of its elements and how its plane is scaled. */
export interface Shown {
  readonly root: SVGGraphicsElement;
  readonly scale: number;
  /** The position of the plane's origin, in pixels from the upper left corner of the SVG. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** The root of the picture in an SVG element. */
export const sceneIn = (svg: SVGSVGElement): SVGGraphicsElement =>
  svg.querySelector(':scope > .scene') as SVGGraphicsElement;

/** Reads the parts that an SVG element shows now. */
export function shownIn(svg: SVGSVGElement): Shown {
  const matrix = svg.getScreenCTM?.();
  const { x, y } = svg.getBoundingClientRect();
  return {
    root: sceneIn(svg),
    scale: matrix?.a ?? 1,
    origin: { x: (matrix?.e ?? 0) - x, y: (matrix?.f ?? 0) - y },
  };
}

/** The attributes that name an element of an SVG for the page, which only one element may have. */
const NAMES = ['data-signal', 'data-wire', 'data-goto', 'data-unit', 'role', 'tabindex', 'aria-label'];

/**
 * Lets the picture `before`, which was taken off the page, go over into `now`: parts of both move from their old place
 * to the new, others fade. Ends what an earlier switch left; without motion nothing else happens.
 */
export function runSwitch(svg: SVGSVGElement, before: Shown, now: Shown, animated: boolean): void {
  svg.querySelector('.leaving')?.remove();
  if (!animated || typeof svg.animate !== 'function') return;
  const leaving = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const ratio = before.scale / now.scale;
  const [x, y] = (['x', 'y'] as const).map((axis) => (before.origin[axis] - now.origin[axis]) / now.scale);
  leaving.setAttribute('class', 'leaving');
  leaving.setAttribute('aria-hidden', 'true');
  leaving.setAttribute('transform', `matrix(${ratio} 0 0 ${ratio} ${x} ${y})`);
  leaving.append(before.root);
  svg.append(leaving);

  const old = partsOf(before.root);
  // everything is measured before anything moves
  const changes = [...partsOf(now.root)].map(([key, part]) => {
    const counterpart = old.get(key);
    if (!counterpart || !isAlike(counterpart, part, ratio)) return () => appear(part);
    old.delete(key);
    const way = wayFrom(counterpart, part, now.scale);
    return () => {
      counterpart.remove();
      if (way) part.animate([{ transform: way }, { transform: 'none' }], timing);
    };
  });
  for (const change of changes) change();
  for (const part of old.values()) vanish(part);
  for (const element of leaving.querySelectorAll('*')) for (const name of NAMES) element.removeAttribute(name);
  leaving.animate([{ opacity: 1 }, { opacity: 1 }], timing).onfinish = () => leaving.remove();
}

const appear = (part: Element): Animation =>
  part.animate([{ opacity: 0 }, { opacity: 0, offset: 0.3 }, { opacity: 1 }], timing);
const vanish = (part: Element): Animation =>
  part.animate([{ opacity: 1 }, { opacity: 0, offset: 0.5 }, { opacity: 0 }], timing);

const timing: KeyframeAnimationOptions = { duration: durations.layout, easing: 'ease-in-out' };

/** Parts of a picture by identity: class, vector or wire, and index among several. */
function partsOf(root: Element): Map<string, SVGGraphicsElement> {
  const parts = new Map<string, SVGGraphicsElement>();
  for (const part of root.children) {
    const names = ['class', 'data-wire', 'data-signal', 'data-goto', 'data-join'].map((name) =>
      part.getAttribute(name),
    );
    const key = names.join(' ');
    const count = [...parts.keys()].filter((other) => other.startsWith(`${key} #`)).length;
    parts.set(`${key} #${count}`, part as SVGGraphicsElement);
  }
  return parts;
}

/** True if a part can move to its new place: a node always, a wire only with the same form and look. */
function isAlike(a: Element, b: Element, ratio: number): boolean {
  if (!b.matches('.wire, .bridge, .ghosts')) return true;
  const [from, to] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 2;
  return (
    near(from.width, to.width * ratio) &&
    near(from.height, to.height * ratio) &&
    a.querySelectorAll('*').length === b.querySelectorAll('*').length
  );
}

/** Transform that moves a part to its counterpart's place on the screen, or null if it is there already. */
function wayFrom(counterpart: Element, part: Element, scale: number): string | null {
  const [from, to] = [counterpart.getBoundingClientRect(), part.getBoundingClientRect()];
  const [dx, dy] = [(from.x - to.x) / scale, (from.y - to.y) / scale];
  const [sx, sy] = [from.width / (to.width || 1) || 1, from.height / (to.height || 1) || 1];
  if (Math.hypot(dx, dy) < 0.5 && Math.abs(sx - 1) + Math.abs(sy - 1) < 0.01) return null;
  return `translate(${dx}px, ${dy}px) scale(${sx}, ${sy})`;
}
