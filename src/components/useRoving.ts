import { type RefObject, useEffect } from 'react';

type Item = HTMLElement | SVGElement;

/**
 * Makes many controls one stop for the Tab key: the one that had focus last, at first the primary one. Up and down go
 * from one to the next; left and right stay the keys of the player.
 */
export function useRoving(group: RefObject<HTMLElement | null>, selector: string): void {
  useEffect(() => {
    const root = group.current;
    if (!root) return;
    let current: Item | null = null;
    const items = (): Item[] => [...root.querySelectorAll<Item>(selector)];
    const settle = (): void => {
      const all = items();
      if (!current || !all.includes(current))
        current = all.find((item) => item.matches('[data-look="primary"]')) ?? all[0] ?? null;
      for (const item of all) {
        const index = item === current ? 0 : -1;
        if (item.tabIndex !== index || !item.hasAttribute('tabindex')) item.tabIndex = index;
      }
    };
    const onFocus = ({ target }: FocusEvent): void => {
      const item = target instanceof Element ? target.closest<Item>(selector) : null;
      if (!item || item === current) return;
      current = item;
      settle();
    };
    const onKey = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const all = items().filter((item) => item.getClientRects().length > 0 && item.checkVisibility());
      const at = event.target instanceof Element ? all.indexOf(event.target as Item) : -1;
      if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      all[(at + step + all.length) % all.length].focus();
    };
    settle();
    const observer = new MutationObserver(settle);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', onFocus);
    root.addEventListener('keydown', onKey);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('keydown', onKey);
    };
  }, [group, selector]);
}
