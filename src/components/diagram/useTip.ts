import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** The target that the tooltip describes. */
export interface TipTarget {
  readonly element: Element;
  readonly key: string;
  /** The unit pointed at, or null for the selected one. */
  readonly unit: number | null;
  /** The point at which the pointer entered a wire; null for other things, which are described at their own place. */
  readonly point: { readonly x: number; readonly y: number } | null;
}

/** The delay in milliseconds before the tooltip closes after the pointer has left, so that the pointer can reach it. */
const LEAVING = 250;

/** Follows pointer, focus and taps over the picture: what the tooltip describes, and what keeps it or puts it away. */
export function useTip(picture: RefObject<Element | null>): {
  readonly target: TipTarget | null;
  readonly keep: () => void;
  readonly leave: () => void;
} {
  const [target, setTarget] = useState<TipTarget | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTarget(null), LEAVING);
  }, []);
  useEffect(() => {
    const { current } = picture;
    if (!current) return;
    const show = (found: TipTarget | null): void => {
      if (!found) leave();
      else {
        keep();
        setTarget(found);
      }
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void): void =>
      current.addEventListener(type, listener as EventListener, { signal });
    on('pointerover', (event) => event.pointerType !== 'touch' && show(targetAt(event.target, event)));
    on('pointerleave', leave);
    on('click', (event) => show(targetAt(event.target, event)));
    // Chromium makes an SVG that listens for focus a stop of the Tab key: what is around it listens instead
    const inside = ({ target: at }: FocusEvent): Element | null =>
      at instanceof Element && current.contains(at) ? at : null;
    const around = current.parentElement ?? current;
    const onFocus = (event: FocusEvent): void => {
      const at = inside(event);
      if (at?.matches(':focus-visible')) show(targetAt(at, null));
    };
    around.addEventListener('focusin', (event) => onFocus(event as FocusEvent), { signal });
    around.addEventListener('focusout', (event) => inside(event as FocusEvent) && leave(), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && setTarget(null), { signal });
    // the pointer or the focus may have been there before this code
    const root = current.getRootNode() as Document | ShadowRoot;
    const focused = root.activeElement?.matches(':focus-visible') && current.contains(root.activeElement);
    const at = focused ? root.activeElement : [...current.querySelectorAll(':hover')].at(-1);
    if (at) show(targetAt(at, null));
    return () => {
      listeners.abort();
      clearTimeout(timer.current);
    };
  }, [picture, keep, leave]);
  return { target, keep, leave };
}

/** Finds the target at a place of the picture; neighbouring cells have a name of their own. */
function targetAt(at: EventTarget | null, point: MouseEvent | null): TipTarget | null {
  if (!(at instanceof Element) || at.closest('.neighbour')) return null;
  const element = at.closest('[data-signal]');
  const key = element?.getAttribute('data-signal')?.split(' ')[0];
  if (!element || key === undefined) return null;
  const unit = at.closest('[data-unit]')?.getAttribute('data-unit') ?? null;
  const onWire = point !== null && element.closest('.wire') !== null;
  return {
    element,
    key,
    unit: unit === null ? null : Number(unit),
    point: onWire ? { x: point.clientX, y: point.clientY } : null,
  };
}
