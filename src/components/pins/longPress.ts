import type { EarlyPress } from '../earlyPress.ts';

/** Milliseconds of a long press, and pixels by which a finger may slip during it. */
const HELD = 500;
const SLIP = 8;

export type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

interface LongPress {
  /** The element that is pressed at the target of an event; null where a long press means nothing. */
  readonly pressed: (target: EventTarget) => Element | null;
  /** Called once a press has lasted; the function returned follows the pointer until it is released. */
  readonly onHold: (target: Element, at: Point) => ((to: Point) => void) | null;
  /** A press that began before; null if there is none. */
  readonly early: EarlyPress | null;
}

/** Listens for long presses inside an element. Returns how to stop. */
export function onLongPress(root: HTMLElement, { pressed, onHold, early }: LongPress): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from: Point = { clientX: 0, clientY: 0 };
  let held = false;
  let follow: ((to: Point) => void) | null = null;
  const cancel = (): void => clearTimeout(timer);
  const release = (): void => {
    cancel();
    follow = null;
  };
  /** Waits for what is left of a press on a target. */
  const wait = (on: EventTarget, at: Point, left: number): void => {
    const target = pressed(on);
    if (!target) return;
    from = at;
    timer = setTimeout(() => {
      follow = onHold(target, from);
      held = true;
    }, left);
  };
  const down = (event: PointerEvent): void => {
    release();
    held = false;
    if (event.button === 0) wait(event.composedPath()[0], event, HELD);
  };
  const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
    if (Math.hypot(clientX - from.clientX, clientY - from.clientY) > SLIP) cancel();
    if (buttons !== 0) follow?.({ clientX, clientY: from.clientY });
  };
  root.addEventListener('pointerdown', down, { signal });
  root.addEventListener('pointermove', move, { signal });
  for (const type of ['pointerup', 'pointercancel'] as const)
    root.addEventListener(type, release, { signal, capture: true });
  root.addEventListener('scroll', cancel, { signal, capture: true });
  // a finger that is followed does not scroll
  root.addEventListener('touchmove', (event) => follow && event.cancelable && event.preventDefault(), {
    signal,
    passive: false,
  });
  // ignore the click at the end of a long press
  const click = (event: MouseEvent): void => {
    if (!held || !event.isTrusted) return;
    held = false;
    event.stopPropagation();
    event.preventDefault();
  };
  root.addEventListener('click', click, { signal, capture: true });
  root.addEventListener('contextmenu', (event) => held && event.preventDefault(), { signal });
  if (early) continueWith(early);
  return () => {
    listeners.abort();
    cancel();
  };

  function continueWith({ target, lasted, since, ...at }: EarlyPress): void {
    const left = HELD - (lasted ?? performance.now() - since);
    if (lasted === null) wait(target, at, Math.max(0, left));
    else if (left <= 0) {
      const element = pressed(target);
      if (element) onHold(element, at);
    }
  }
}
