import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { onResize } from '../onResize.ts';
import { type Columns, columnOf, scrollTo } from './columns.ts';
import type { ScrollGroup } from './scrollTogether.ts';

/** The window on the strips, in CSS pixels: the width of the names, and the room beside them for columns. */
export interface ScrollerSize {
  readonly gutter: number;
  readonly space: number;
}

/** The size of the window on the strips, measured; `names` are the widths of the gutter, narrow and wide. */
export function useScrollerSize(
  scroller: RefObject<HTMLElement | null>,
  [narrow, wide]: readonly [number, number],
): ScrollerSize {
  const [width, setWidth] = useState(0);
  const [gutter, setGutter] = useState(wide);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      setWidth(element.clientWidth);
      setGutter(element.clientWidth < 520 ? narrow : wide);
    };
    measure();
    return onResize([element], measure);
  }, [scroller, narrow, wide]);
  return { gutter, space: Math.max(0, width - gutter) };
}

/**
 * Scrolls with the other elements of the group, and so that the timestep stays in the window; when the columns change
 * their width, it is shown together with the first, or in the middle where there is no room for both.
 */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  t: number,
  { columns, space, group }: { readonly columns: Columns; readonly space: number; readonly group: ScrollGroup },
): void {
  useEffect(() => (scroller.current ? group.join(scroller.current) : undefined), [group, scroller]);
  const scaled = useRef<Columns | null>(null);
  const scrolled = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    // read while the layout is clean, so that a step need not force one
    const keep = (): void => {
      if (element) scrolled.current = element.scrollLeft;
    };
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || space === 0 || t < 1) return;
    const column = columnOf(t, columns);
    const withFirst = (column + 1) * columns.width <= space;
    const left =
      scaled.current === columns
        ? scrollTo(column, scrolled.current, space, columns)
        : withFirst
          ? 0
          : (column + 0.5) * columns.width - space / 2;
    scaled.current = columns;
    if (left === null) return;
    element.scrollLeft = left;
    scrolled.current = left;
  }, [scroller, t, columns, space]);
}
