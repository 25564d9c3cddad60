import { setTimeout as sleep } from 'node:timers/promises';
import { type EnginePage, evaluate } from './engine.ts';

/**
 * A control: the selectors that lead to it, through frames and shadow trees, and the text that its label, or else its
 * content, begins with.
 */
export interface Target {
  readonly path: readonly string[];
  readonly name?: string;
}

/** The longest time in ms that something may take to appear. */
const LIMIT = 30_000;

/** Repeats until it returns something other than null. Throws a sentence with the last reason after half a minute. */
export async function waitFor<T>(what: string, attempt: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + LIMIT; ; ) {
    const value = await attempt();
    if (value !== null) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(50);
  }
}

/** Waits until a function of the page returns true. */
export const until = <A>(page: EnginePage, what: string, test: (given: A) => boolean, given: A): Promise<true> =>
  waitFor(what, async () => ((await evaluate(page, test, given)) ? true : null));

/** The centre of a control in the window, and whether a click there would reach it; null if it is not shown. */
const placeOf = (page: EnginePage, target: Target) =>
  evaluate(
    page,
    ({ path, name }) => {
      let root: ParentNode = document;
      let [left, top] = [0, 0];
      for (const selector of path.slice(0, -1)) {
        const host: Element | null = root.querySelector(selector);
        const inside: ParentNode | null | undefined =
          host instanceof HTMLIFrameElement ? host.contentDocument : host?.shadowRoot;
        if (!host || !inside) return null;
        if (host instanceof HTMLIFrameElement) {
          const box = host.getBoundingClientRect();
          left += box.left + host.clientLeft;
          top += box.top + host.clientTop;
        }
        root = inside;
      }
      const named = (element: Element): boolean =>
        !name || (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().startsWith(name);
      const shown = [...root.querySelectorAll(path[path.length - 1])].find(
        (element) => named(element) && element.getClientRects().length > 0,
      );
      if (!shown) return null;
      const view = shown.ownerDocument.defaultView ?? window;
      const beyond = () => {
        const { left, top, width, height } = shown.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return x < 0 || y < 0 || x > view.innerWidth || y > view.innerHeight;
      };
      if (beyond()) shown.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const box = shown.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const hit = (shown.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
      return { x: left + x, y: top + y, free: hit !== null && (shown.contains(hit) || hit.contains(shown)) };
    },
    target,
  );

/** The place of a control once it rests there and nothing covers it. */
async function restingPlaceOf(page: EnginePage, target: Target): Promise<{ x: number; y: number }> {
  let before = { x: Number.NaN, y: Number.NaN };
  return waitFor(`${target.path.join(' › ')} ${target.name ?? ''}`, async () => {
    const place = await placeOf(page, target);
    const rests = place?.free && place.x === before.x && place.y === before.y;
    before = place ?? before;
    return rests ? place : null;
  });
}

/** Presses the button of the mouse and releases it there. */
export async function clickAt(page: EnginePage, x: number, y: number): Promise<void> {
  await page.point(x, y);
  await page.hold();
  await page.release();
}

/** Clicks a control. */
export async function click(page: EnginePage, ...path: readonly [...selectors: string[]]): Promise<void> {
  const { x, y } = await restingPlaceOf(page, { path });
  await clickAt(page, x, y);
}

/** Clicks the control whose label, or else content, begins with this. */
export async function clickNamed(page: EnginePage, name: string, ...path: readonly string[]): Promise<void> {
  const { x, y } = await restingPlaceOf(page, { path, name });
  await clickAt(page, x, y);
}

/** Types each character of a text. */
export async function type(page: EnginePage, text: string): Promise<void> {
  for (const character of text) await page.press(character === ' ' ? 'Space' : character);
}
