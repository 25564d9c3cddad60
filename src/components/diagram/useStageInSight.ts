import { type RefObject, useEffect } from 'react';
import { useDerived, useGatescope } from '../../store/context.tsx';

/** At once for readers who want little motion. */
const scrollBehavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

/** Scrolls a picture that is wider than its frame sideways to the middle of the present stage. */
export function useStageInSight(frame: RefObject<HTMLElement | null>): void {
  const { cell, stages } = useDerived();
  const position = useGatescope((state) => state.cursor.position);
  const stage = stages.findLast(({ start }) => start < position);
  useEffect(() => {
    const { current } = frame;
    if (!current || !stage || current.scrollWidth <= current.clientWidth) return;
    const ids = new Set(cell.signals.slice(stage.start, stage.end).map(({ id }) => id));
    const boxes = [...current.querySelectorAll('.node')]
      .filter((node) => ids.has(node.getAttribute('data-signal') ?? ''))
      .map((node) => node.getBoundingClientRect());
    const { left, width } = current.getBoundingClientRect();
    const middle = (Math.min(...boxes.map((box) => box.left)) + Math.max(...boxes.map((box) => box.right))) / 2;
    if (Number.isFinite(middle)) current.scrollBy({ left: middle - left - width / 2, behavior: scrollBehavior() });
  }, [frame, cell, stage]);
}
