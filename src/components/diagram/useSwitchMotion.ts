import { type RefObject, useLayoutEffect, useRef } from 'react';
import { runSwitch, type Shown, shownIn } from './switchMotion.ts';

/**
 * Moves what the picture shown before and the present one share, and fades the rest, wherever `identity` changes. A
 * switch in the middle of another goes on from where things are.
 */
export function useSwitchMotion(
  picture: RefObject<SVGSVGElement | null>,
  identity: string,
  animated: () => boolean,
): void {
  const last = useRef<{ readonly identity: string; readonly shown: Shown } | null>(null);
  useLayoutEffect(() => {
    if (!picture.current) return;
    const shown = shownIn(picture.current);
    const before = last.current;
    last.current = { identity, shown };
    if (before && before.shown.root !== shown.root)
      runSwitch(picture.current, before.shown, shown, before.identity !== identity && animated());
  });
}
