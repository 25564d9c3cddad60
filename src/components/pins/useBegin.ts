import { type RefObject, useEffect, useEffectEvent } from 'react';
import { layerKey } from '../../cell/slot.ts';
import { useInstance } from '../../store/context.tsx';
import { ownsKey } from '../controls/ownsKey.ts';
import type { Begun } from './begun.ts';

/** Milliseconds of a long press, and pixels by which a finger may slip during it. */
const HELD = 500;
const SLIP = 8;

/** The elements on which a press can begin an intervention: those that denote a signal, and the tokens, which denote the input. */
const PRESSED =
  '.diagram [data-signal], .timeline-strip canvas, .token-strip-scroll, .arithmetic [data-signal], math [data-signal]';

/** Strips and tokens, which have a column for each timestep. */
const TIMED = '.timeline-strip canvas, .token-strip-scroll';

/**
 * Listens in the instance around `place` for what begins an intervention: pressing and holding what denotes a signal, the
 * key P on it, or a button with `data-pin`. Moving on along a strip or the tokens sweeps the span of timesteps.
 */
export function useBegin(place: RefObject<Element | null>, onBegin: (begun: Begun) => void): void {
  const { getState, derived } = useInstance();
  const begin = useEffectEvent(
    (element: Pick<Element, 'getBoundingClientRect'>, key: string | null, unit: number | null): Begun | null => {
      const known = key === null ? null : layerKey(key.split(' ')[0]);
      if (known === null || derived().tape.length === 0) return null;
      const begun = { key: known, unit, index: null, anchor: element.getBoundingClientRect(), swept: null };
      onBegin(begun);
      return begun;
    },
  );
  const press = useEffectEvent((target: Element, { clientX, clientY }: Point): Begun | null => {
    // pressing a strip or token first goes to its timestep
    const timed = target.closest(TIMED);
    if (timed) clickAt(target, { clientX, clientY });
    const token = target.closest('.token-strip-scroll') !== null;
    const strip = target.closest('.timeline-strip') !== null;
    const anchor = timed ? { getBoundingClientRect: () => new DOMRect(clientX, clientY, 1, 1) } : target;
    const key = token ? 'x' : keyOf(target);
    return begin(anchor, key, strip ? getState().selection.unit : unitOf(target));
  });
  /** Extends the span of what a press has begun to the timestep under the pointer, and goes there. */
  const sweep = useEffectEvent((begun: Begun, target: Element, at: Point): Begun => {
    const { t: before } = getState().cursor;
    clickAt(target, at);
    const { t } = getState().cursor;
    if (t === before) return begun;
    const swept = { ...begun, swept: t };
    onBegin(swept);
    return swept;
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!getState().view.hotkeys || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.toLowerCase() !== 'p' || !(target instanceof Element) || ownsKey(target, 'p')) return;
    const focused = target.closest('[data-signal]');
    const { hover, selection } = getState();
    event.preventDefault();
    const key = focused?.getAttribute('data-signal') ?? hover ?? selection.signal ?? derived().cell.output;
    const root = place.current?.closest('[data-theme]');
    const shown = focused ?? root?.querySelector(`.diagram .node[data-signal="${key}"]`) ?? place.current;
    if (shown) begin(shown, key, focused ? unitOf(focused) : null);
  });
  useEffect(() => {
    const root = place.current?.closest<HTMLElement>('[data-theme]');
    if (!root) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    let held = false;
    let sweeping: { readonly begun: Begun; readonly target: Element } | null = null;
    const end = (): void => clearTimeout(timer);
    root.addEventListener(
      'pointerdown',
      (event) => {
        const target = event.composedPath()[0];
        end();
        held = false;
        sweeping = null;
        if (event.button !== 0 || !(target instanceof Element) || !target.closest(PRESSED)) return;
        if (target.closest('.neighbour')) return;
        from = { x: event.clientX, y: event.clientY };
        timer = setTimeout(() => {
          const begun = press(target, event);
          held = true;
          sweeping = begun && target.closest(TIMED) ? { begun, target } : null;
        }, HELD);
      },
      { signal },
    );
    root.addEventListener(
      'pointermove',
      ({ clientX, clientY, buttons }) => {
        if (Math.hypot(clientX - from.x, clientY - from.y) > SLIP) end();
        if (buttons === 0 || !sweeping) return;
        const { begun, target } = sweeping;
        // tokens are elements of their own, a strip is one canvas
        const under = target.closest('canvas') ?? elementAt(root, clientX, from.y)?.closest('.token-strip-scroll *');
        if (under) sweeping = { target, begun: sweep(begun, under, { clientX, clientY: from.y }) };
      },
      { signal },
    );
    // a finger that sweeps does not scroll
    root.addEventListener('touchmove', (event) => sweeping && event.cancelable && event.preventDefault(), {
      signal,
      passive: false,
    });
    for (const type of ['pointerup', 'pointercancel', 'scroll'] as const)
      root.addEventListener(type, end, { signal, capture: true });
    for (const type of ['pointerup', 'pointercancel'] as const)
      root.addEventListener(type, () => (sweeping = null), { signal, capture: true });
    // ignore the click at the end of a long press
    root.addEventListener(
      'click',
      (event) => {
        if (!held || !event.isTrusted) return;
        held = false;
        event.stopPropagation();
        event.preventDefault();
      },
      { signal, capture: true },
    );
    root.addEventListener('contextmenu', (event) => held && event.preventDefault(), { signal });
    root.addEventListener(
      'click',
      (event) => {
        const button = event.composedPath().find((e) => e instanceof Element && e.hasAttribute('data-pin'));
        if (button instanceof Element) begin(button, keyOf(button), unitOf(button));
      },
      { signal },
    );
    root.addEventListener('keydown', onKey, { signal });
    // without focus, keys belong to the instance that fills the page
    if (root.parentElement?.parentElement === document.body)
      document.addEventListener('keydown', (event) => event.target === document.body && onKey(event), { signal });
    return () => {
      listeners.abort();
      end();
    };
  }, [place]);
}

type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** Goes to the timestep at a point of a strip or the tokens; a click on the token that is read already would edit it. */
function clickAt(target: Element, { clientX, clientY }: Point): void {
  if (!target.closest('[aria-current]'))
    target.dispatchEvent(new MouseEvent('click', { clientX, clientY, bubbles: true, composed: true }));
}

function elementAt(element: Element, x: number, y: number): Element | null {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.elementFromPoint(x, y) : null;
}

const keyOf = (element: Element): string | null =>
  element.closest('[data-signal]')?.getAttribute('data-signal') ?? null;

/** Unit of a pressed number; a lane of the picture counts as the whole signal. */
function unitOf(element: Element): number | null {
  const unit = element.closest('.diagram') ? null : element.closest('[data-unit]')?.getAttribute('data-unit');
  return unit === null || unit === undefined ? null : Number(unit);
}
