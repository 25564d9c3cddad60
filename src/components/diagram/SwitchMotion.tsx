import { type RefObject, useLayoutEffect, useRef } from 'react';
import { onResize } from '../onResize.ts';
import { runSwitch, type Shown, sceneIn, shownIn } from './switchMotion.ts';

interface Props {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly identity: string;
  /** Changes with every other picture: only then the page is measured at once, which costs a layout; otherwise after one. */
  readonly drawn: number;
  readonly animated: () => boolean;
}

/**
 * Moves what the picture shown before and the present one share, and fades the rest, wherever `identity` changes. A
 * switch in the middle of another goes on from where things are.
 */
export function SwitchMotion({ picture, identity, drawn, animated }: Props) {
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
  return null;
}
