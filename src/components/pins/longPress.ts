/** Milliseconds of a long press, and pixels by which a finger may slip during it. */
const HELD = 500;
const SLIP = 8;

export type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

interface LongPress {
  /** The element that an event presses; null where a long press means nothing. */
  readonly pressed: (event: PointerEvent) => Element | null;
  /** Called once a press has lasted; the function returned follows the pointer until it is released. */
  readonly onHold: (target: Element, at: Point) => ((to: Point) => void) | null;
}

/** Listens for long presses inside an element. Returns how to stop. */
export function onLongPress(root: HTMLElement, { pressed, onHold }: LongPress): () => void {
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
  const down = (event: PointerEvent): void => {
    release();
    held = false;
    const target = event.button === 0 ? pressed(event) : null;
    if (!target) return;
    from = event;
    timer = setTimeout(() => {
      follow = onHold(target, from);
      held = true;
    }, HELD);
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
  return () => {
    listeners.abort();
    cancel();
  };
}
