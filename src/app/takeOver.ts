import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import './firstPage.css';

/**
 * Shows a page; `pageOf` makes it with a function that it calls once it answers its reader. A page that was rendered into the
 * element when the site was built comes to life, and what the reader did in it before, which is in `early`, is done.
 */
export function takeOver(
  element: HTMLElement,
  early: (MouseEvent | KeyboardEvent)[],
  pageOf: (onLive: () => void) => ReactNode,
): void {
  if (!element.classList.contains('first-page')) {
    createRoot(element).render(pageOf(() => {}));
    return;
  }
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
  const chosen = withdrawn(element);
  const onLive = (): void => {
    element.removeAttribute('class');
    for (const choice of chosen) choice.click();
    // what the browser has opened by itself is told as if it opened now
    for (const box of element.querySelectorAll(':popover-open'))
      box.dispatchEvent(new ToggleEvent('toggle', { oldState: 'closed', newState: 'open' }));
    for (const event of early.splice(0)) again(event);
  };
  hydrateRoot(element, pageOf(onLive));
}

/** The radio buttons and boxes that the reader chose, as they were before: React would not notice the choice. */
function withdrawn(element: HTMLElement): readonly HTMLInputElement[] {
  const changed = [...element.querySelectorAll('input')].filter((input) => input.checked !== input.defaultChecked);
  const chosen = changed.filter(({ type, checked }) => type === 'checkbox' || checked);
  for (const input of changed) input.checked = input.defaultChecked;
  return chosen;
}

function again(event: MouseEvent | KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (event instanceof KeyboardEvent) target.dispatchEvent(new KeyboardEvent(event.type, event));
  // the browser has followed a link and opened a popover
  else if (target.closest('button:not([popovertarget])')) target.dispatchEvent(new MouseEvent(event.type, event));
}
