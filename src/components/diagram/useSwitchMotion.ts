import { type RefObject, useLayoutEffect, useRef } from 'react';
import { onResize } from '../onResize.ts';
import { runSwitch, type Shown, shownIn } from './switchMotion.ts';

/**
 * Moves what the picture shown before and the present one share, and fades the rest, wherever `identity` changes. A
 * switch in the middle of another goes on from where things are. `drawn` changes with every other picture: only then,
 * and when its size changes, the page is measured, because that costs a layout.
 */
export function useSwitchMotion(
  picture: RefObject<SVGSVGElement | null>,
  identity: string,
  drawn: number,
  animated: () => boolean,
): void {
  const last = useRef<{ readonly identity: string; readonly shown: Shown } | null>(null);
  useLayoutEffect(() => {
    const svg = picture.current;
    if (!svg) return;
    const shown = shownIn(svg);
    const before = last.current;
    last.current = { identity, shown };
    if (before && before.shown.root !== shown.root)
      runSwitch(svg, before.shown, shown, before.identity !== identity && animated());
    return onResize([svg], () => {
      last.current = { identity, shown: shownIn(svg) };
    });
  }, [picture, identity, drawn]);
}
