const FOCUSABLE = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';
/** The attributes by which a control is hidden or disabled, here or by a rule of a style sheet. */
const HIDING = ['class', 'data-waiting', 'disabled', 'display', 'hidden', 'inert', 'open', 'style'];

const takesFocus = (element: Element): boolean =>
  element.getClientRects().length > 0 &&
  element.checkVisibility({ visibilityProperty: true }) &&
  !element.matches(':disabled, [inert], [inert] *');

/**
 * A ref for the root of an instance. Where the control under focus goes away, is hidden or disabled, focus moves to
 * what is nearest to its place, so that the keyboard goes on from there; where it only moves, it keeps the focus.
 */
export function keepFocus(root: HTMLElement | null, before: readonly Element[] = []): (() => void) | undefined {
  if (!root) return undefined;
  /** The element that had focus last, followed by its ancestors; at first `before`, which may be gone by now. */
  let path = before;
  /** True if that element was taken out since; a browser takes its focus even if it is put back elsewhere. */
  let moved = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: { readonly target: EventTarget | null }): void => {
    const ancestors: Element[] = [];
    for (let e = target instanceof Element ? target : null; e && root.contains(e); e = e.parentElement)
      ancestors.push(e);
    path = ancestors;
    moved = false;
  };
  const focused = (): Element | null => {
    const around = root.getRootNode();
    return (around instanceof ShadowRoot ? around : document).activeElement;
  };
  const take = (element: Element): boolean => {
    if (!takesFocus(element)) return false;
    (element as HTMLElement).focus({ preventScroll: true });
    // a dialog may keep the focus of everything outside
    return focused() === element;
  };
  const check = (): void => {
    waiting = undefined;
    const [last] = path;
    const activeElement = focused();
    // a browser may still count as focused what is no longer drawn
    if (!last || ![null, document.body, last].includes(activeElement as HTMLElement)) return;
    if (takesFocus(last) && (!moved || activeElement === last)) return;
    if (root.contains(last) && take(last)) return;
    for (const around of path.filter((e) => root.contains(e)))
      if ([...around.querySelectorAll(FOCUSABLE)].some(take)) return;
  };
  const soon = (): void => {
    if (path.length > 0) waiting ??= setTimeout(check);
  };
  const observer = new MutationObserver((records) => {
    const [last] = path;
    moved ||= records.some(({ removedNodes }) => Array.from(removedNodes).some((node) => node.contains(last)));
    soon();
  });
  if (before.length > 0) waiting = setTimeout(check);
  root.addEventListener('focusin', remember);
  root.addEventListener('focusout', soon);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: HIDING });
  return () => {
    clearTimeout(waiting);
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', soon);
  };
}
