import { setTimeout as sleep } from 'node:timers/promises';
import { type EnginePage, evaluate } from '../engines/engine.ts';
import { clickAt } from '../engines/user.ts';
import type { Draw } from './random.ts';

/** Keys to press, whatever has focus. */
const KEYS = [
  'Tab',
  'Shift+Tab',
  'Enter',
  'Space',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  '.',
  ',',
  '5',
  '?',
  'k',
  'Control+z',
  'Control+Shift+z',
  'Delete',
];

/** Texts to type into fields. */
const TEXTS = [
  '',
  'hello',
  '0',
  '-1',
  '1e-9',
  '1e308',
  'NaN',
  '3,5',
  '64',
  '999',
  'a b a',
  '👩‍🚀',
  '<b>x</b>',
  '1\n2\n3',
  '   ',
];

const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
  [844, 390],
  [320, 640],
] as const;

/** Controls to press. Those that leave the page or open a system dialog are excluded. */
const PRESSED =
  'button, summary, [role="button"], [role="tab"], [role="gridcell"], label:has(input), .timeline-canvas, [data-signal]';
const TYPED =
  'textarea, input:not([type="radio"], [type="checkbox"], [type="file"], [type="range"]), [role="spinbutton"]';

/** Centre of a matching element in view, chosen by `pick`; null if there is none. */
async function placeOf(page: EnginePage, selector: string, pick: number): Promise<{ x: number; y: number } | null> {
  return evaluate(
    page,
    ([wanted, k]) => {
      const inSight = (element: Element): boolean => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (width === 0 || x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) return false;
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.contains(element)) && !hit.closest('a[href]');
      };
      const all = [...document.querySelectorAll(wanted)].filter(inSight);
      const words = (element: Element): string => element.textContent ?? '';
      const kept = all.filter((element) => !/Full screen|Choose a file|Open a file/.test(words(element).slice(0, 60)));
      if (kept.length === 0) return null;
      const { left, top, width, height } = kept[k % kept.length].getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [selector, pick] as const,
  );
}

/** Performs one kind of action and describes it; null if there was nothing to act on. */
type Action = (page: EnginePage, draw: Draw) => Promise<string | null>;

const click: Action = async (page, draw) => {
  const at = await placeOf(page, PRESSED, draw.below(1e6));
  if (!at) return null;
  await clickAt(page, at.x, at.y);
  return `click ${Math.round(at.x)},${Math.round(at.y)}`;
};

const key: Action = async (page, draw) => {
  const pressed = draw.of(KEYS);
  await page.press(pressed);
  return `key ${pressed}`;
};

const type: Action = async (page, draw) => {
  const at = await placeOf(page, TYPED, draw.below(1e6));
  const text = draw.of(TEXTS);
  if (!at) return null;
  await clickAt(page, at.x, at.y);
  await evaluate(
    page,
    (text) => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
      document.execCommand('insertText', false, text);
    },
    text,
  );
  await page.press('Enter');
  return `type ${JSON.stringify(text)}`;
};

const choose: Action = async (page, draw) => {
  const pick = draw.below(1e6);
  return evaluate(
    page,
    (k) => {
      const all = [...document.querySelectorAll('select')].filter((one) => one.getClientRects().length > 0);
      const select = all[k % all.length];
      if (!select) return null;
      select.focus();
      select.selectedIndex = k % select.options.length;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return `choose ${select.value}`;
    },
    pick,
  );
};

const drag: Action = async (page, draw) => {
  const at = await placeOf(page, '[role="gridcell"], .pad, .timeline-canvas, input[type="range"]', draw.below(1e6));
  if (!at) return null;
  await page.point(at.x, at.y);
  await page.hold();
  const [dx, dy] = [draw.below(120) - 60, draw.below(60) - 30];
  // Firefox refuses a move to a place outside the window
  const [right, bottom] = await evaluate(page, () => [innerWidth - 1, innerHeight - 1], null);
  for (const share of [1 / 3, 2 / 3, 1])
    await page.point(Math.min(right, Math.max(0, at.x + dx * share)), Math.min(bottom, Math.max(0, at.y + dy * share)));
  await page.release();
  return 'drag';
};

const point: Action = async (page, draw) => {
  const at = await placeOf(page, '[data-signal], canvas, svg', draw.below(1e6));
  if (!at) return null;
  await page.point(at.x, at.y);
  return 'point';
};

const resize: Action = async (page, draw) => {
  const [width, height] = draw.of(SIZES);
  await page.resize(width, height);
  return `resize ${width}`;
};

const scroll: Action = async (page, draw) => {
  await page.scroll(150, 150, draw.below(1600) - 800);
  return 'scroll';
};

const history: Action = async (page, draw) => {
  const by = draw.of([-1, 1]);
  // going back may leave the page and destroy this evaluation context
  await evaluate(page, (steps) => void setTimeout(() => window.history.go(steps)), by);
  await sleep(150);
  return `history ${by}`;
};

/** Kinds of action; repeated ones are drawn more often. */
const kinds: readonly Action[] = [
  ...Array.from({ length: 9 }, () => click),
  ...Array.from({ length: 7 }, () => key),
  type,
  type,
  choose,
  drag,
  point,
  point,
  scroll,
  resize,
  history,
];

/** Performs a random action that a reader could perform, and describes it. */
export async function act(page: EnginePage, draw: Draw): Promise<string> {
  return (await draw.of(kinds)(page, draw)) ?? 'nothing there';
}
