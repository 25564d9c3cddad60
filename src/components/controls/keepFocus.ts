const FOCUSABLE = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';

const takesFocus = (element: Element): boolean =>
  element.getClientRects().length > 0 && element.checkVisibility() && !element.matches(':disabled');

/**
 * A ref for the root of an instance. Where the control under focus goes away, is hidden or disabled, focus moves to
 * what is nearest to its place, so that the keyboard goes on from there.
 */
export function keepFocus(root: HTMLElement | null, before: readonly Element[] = []): (() => void) | undefined {
  if (!root) return undefined;
  /** The element that had focus last, followed by its ancestors; at first `before`, which may be gone by now. */
  let path = before;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: { readonly target: EventTarget | null }): void => {
    const ancestors: Element[] = [];
    for (let e = target instanceof Element ? target : null; e && root.contains(e); e = e.parentElement)
      ancestors.push(e);
    path = ancestors;
  };
  const focused = (): Element | null => {
    const around = root.getRootNode();
    return (around instanceof ShadowRoot ? around : document).activeElement;
  };
  const check = (): void => {
    waiting = undefined;
    const [last] = path;
    const activeElement = focused();
    // a browser may still count as focused what is no longer drawn
    if (!last || ![null, document.body, last].includes(activeElement as HTMLElement) || takesFocus(last)) return;
    for (const around of path.filter((e) => root.contains(e))) {
      const next = [...around.querySelectorAll<HTMLElement>(FOCUSABLE)].find(takesFocus);
      if (!next) continue;
      next.focus({ preventScroll: true });
      return;
    }
  };
  const observer = new MutationObserver(() => {
    if (path.length > 0) waiting ??= setTimeout(check);
  });
  if (before.length > 0) waiting = setTimeout(check);
  root.addEventListener('focusin', remember);
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'display', 'hidden'],
  });
  return () => {
    clearTimeout(waiting);
    observer.disconnect();
    root.removeEventListener('focusin', remember);
  };
}
