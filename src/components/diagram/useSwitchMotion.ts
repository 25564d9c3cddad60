import { type RefObject, useLayoutEffect, useRef } from 'react';
import { onResize } from '../onResize.ts';
import { runSwitch, type Shown, sceneIn, shownIn } from './switchMotion.ts';

/**
 * Moves what the picture shown before and the present one share, and fades the rest, wherever `identity` changes. A
 * switch in the middle of another goes on from where things are. `drawn` changes with every other picture: only then
 * the page is measured at once, which costs a layout; otherwise it is measured after one.
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
    const before = last.current;
    if (before && before.shown.root !== sceneIn(svg)) {
      const shown = shownIn(svg);
      runSwitch(svg, before.shown, shown, before.identity !== identity && animated());
      last.current = { identity, shown };
    }
    return onResize([svg], () => {
      last.current = { identity, shown: shownIn(svg) };
    });
  }, [picture, identity, drawn]);
}
