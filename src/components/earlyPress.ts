import { createContext, type RefObject } from 'react';

/** A press on an instance while the code that listens for long ones was still to be fetched. */
export interface EarlyPress {
  readonly target: EventTarget;
  readonly clientX: number;
  readonly clientY: number;
  /** The time at which it began, in milliseconds of the page. */
  readonly since: number;
  /** Its length in milliseconds; null while it lasts. */
  lasted: number | null;
}

/** The early press of the instance around a component: null until there is one, undefined once that code is there. */
export const EarlyPressContext = createContext<RefObject<EarlyPress | null | undefined> | null>(null);

/** Notes a press that begins now, and how long it lasts. */
export function earlyPress(event: PointerEvent): EarlyPress {
  const { clientX, clientY } = event;
  const [target] = event.composedPath();
  const press: EarlyPress = { target, clientX, clientY, since: performance.now(), lasted: null };
  const release = (): void => {
    press.lasted ??= performance.now() - press.since;
  };
  for (const type of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(type, release, { capture: true, once: true });
  return press;
}
