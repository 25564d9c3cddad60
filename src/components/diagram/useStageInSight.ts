import { type RefObject, useEffect, useRef } from 'react';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { onResize } from '../onResize.ts';

/** The way to scroll: at once for readers who want little motion. */
const scrollBehavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

/**
 * Scrolls a picture that is wider than its frame sideways to the middle of the present stage. The frame is measured
 * where its size changes, not at each step, because that costs a layout.
 */
export function useStageInSight(frame: RefObject<HTMLElement | null>): void {
  const { cell, stages } = useDerived();
  const position = useGatescope((state) => state.cursor.position);
  const stage = stages.findLast(({ start }) => start < position);
  const narrow = useRef<HTMLElement | null>(null);
  const scroll = useRef(() => {});
  useEffect(() => {
    scroll.current = () => {
      if (!narrow.current || !stage) return;
      scrollTo(narrow.current, new Set(cell.signals.slice(stage.start, stage.end).map(({ id }) => id)));
    };
    scroll.current();
  }, [cell, stage]);
  useEffect(() => {
    const { current } = frame;
    const picture = current?.querySelector('svg');
    if (!current || !picture) return;
    return onResize([current, picture], () => {
      narrow.current = current.scrollWidth > current.clientWidth ? current : null;
      scroll.current();
    });
  }, [frame]);
}

/** Brings the middle of the nodes of these signals to the middle of the frame. */
function scrollTo(frame: HTMLElement, signals: ReadonlySet<string>): void {
  const boxes = [...frame.querySelectorAll('.node')]
    .filter((node) => signals.has(node.getAttribute('data-signal') ?? ''))
    .map((node) => node.getBoundingClientRect());
  const { left, width } = frame.getBoundingClientRect();
  const middle = (Math.min(...boxes.map((box) => box.left)) + Math.max(...boxes.map((box) => box.right))) / 2;
  if (Number.isFinite(middle)) frame.scrollBy({ left: middle - left - width / 2, behavior: scrollBehavior() });
}
