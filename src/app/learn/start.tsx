import { createRoot } from 'react-dom/client';
import { beginning, lessonHash, lessonPlaceIn } from '../../lesson/address.ts';
import { takeOver } from '../takeOver.ts';
import { storyPage } from './storyPage.tsx';

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
  takeOver(element, early, storyPage);
}
