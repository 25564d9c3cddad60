import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';
import { onResize } from '../onResize.ts';

interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a scrolling element that is in view, in CSS pixels, and what measures it anew after scrolling. */
export function useViewport(box: RefObject<HTMLElement | null>): readonly [view: Viewport, measure: () => void] {
  const [view, setView] = useState<Viewport>({ left: 0, top: 0, width: 640, height: 360 });
  const measure = (): void => {
    const element = box.current;
    if (!element?.clientWidth) return;
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = element;
    const same = view.left === left && view.top === top && view.width === width && view.height === height;
    if (!same) setView({ left, top, width, height });
  };
  const measureAgain = useEffectEvent(measure);
  useLayoutEffect(() => (box.current ? onResize([box.current], () => measureAgain()) : undefined), [box]);
  return [view, measure];
}
