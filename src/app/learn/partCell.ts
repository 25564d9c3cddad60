import { createContext, useEffect, useState } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { chosenCell } from '../../io/cellChoice.ts';
import type { Home } from '../../io/opening.ts';
import type { LessonPart, LessonView } from '../../lesson/lesson.ts';
import { openView } from './openView.ts';

/** The cell of the view beside a text, whose notation the text uses whatever the figure shows; null until it is known. */
export const PartCell = createContext<Cell | null>(null);

/** The view beside a part: its own, or the last one above it in the chapter. */
export function viewOf(parts: readonly LessonPart[], at: number): LessonView | null {
  return (
    parts.slice(0, at + 1).findLast(({ view }) => view !== null)?.view ?? parts.find(({ view }) => view)?.view ?? null
  );
}

/** The cell of a view, from the moment at which it is wanted. */
export function useCellOf(view: LessonView | null, home: Home, wanted: boolean): Cell | null {
  const [cell, setCell] = useState<Cell | null>(null);
  useEffect(() => {
    if (!view || !wanted) return undefined;
    let current = true;
    void openView(view, null, home).then((opened) => current && opened && setCell(chosenCell(opened.moment.inputs)));
    return () => {
      current = false;
    };
  }, [view, home, wanted]);
  return cell;
}
