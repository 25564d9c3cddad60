import { createRoot, hydrateRoot } from 'react-dom/client';
import { beginning, lessonHash, lessonPlaceIn } from '../../lesson/address.ts';
import { storyPage } from './storyPage.tsx';
import './firstPage.css';

/**
 * Shows the lesson of an address. The beginning of the story needs little code; what shows any other place is fetched. What the
 * reader did before is in `early`.
 */
export async function startLearn(
  element: HTMLElement,
  hash: string,
  early: (MouseEvent | KeyboardEvent)[],
): Promise<void> {
  const place = lessonPlaceIn(hash) ?? beginning;
  if (lessonHash(place) !== lessonHash(beginning)) {
    const { startElsewhere } = await import('./elsewhere.tsx');
    return startElsewhere(createRoot(element), place, hash);
  }
  if (element.classList.contains('first-page')) takeOver(element, early);
  else createRoot(element).render(storyPage());
}

/** Brings to life the page that was rendered when the site was built, and does in it what the reader did before. */
function takeOver(element: HTMLElement, early: (MouseEvent | KeyboardEvent)[]): void {
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
  const onLive = (): void => {
    element.removeAttribute('class');
    for (const event of early.splice(0)) again(event);
  };
  hydrateRoot(element, storyPage(onLive));
}

function again(event: MouseEvent | KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (event instanceof KeyboardEvent) target.dispatchEvent(new KeyboardEvent(event.type, event));
  // a link has led where it leads
  else if (target.closest('button')) target.dispatchEvent(new MouseEvent(event.type, event));
}
