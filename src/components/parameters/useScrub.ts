import { type PointerEvent, useRef } from 'react';
import { capturePointer } from '../capturePointer.ts';

/** The change of value for one pixel; a tenth of it with Shift. */
const PER_PIXEL = 0.01;
/** Pixels that a press may wander and still be a press. */
const SLACK = 4;

interface Drag {
  readonly apply: (change: number) => void;
  x: number;
  y: number;
  change: number;
  moving: boolean;
}

/**
 * Dragging up or to the right raises a value, down or to the left lowers it. `begin` says what the drag that starts on
 * an element changes, or null where nothing; what it returns is called with the whole change since the start.
 */
export function useScrub(begin: (target: Element, touch: boolean) => ((change: number) => void) | null) {
  const drag = useRef<Drag | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      const apply = begin(event.target, event.pointerType === 'touch');
      drag.current = apply && { apply, x: event.clientX, y: event.clientY, change: 0, moving: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      // Without a button held, the release happened where it was not seen.
      if (!(event.buttons & 1)) drag.current = null;
      const held = drag.current;
      if (!held) return;
      const pixels = event.clientX - held.x - (event.clientY - held.y);
      if (!held.moving && Math.abs(pixels) < SLACK) return;
      if (!held.moving) capturePointer(event);
      held.moving = true;
      held.change += pixels * PER_PIXEL * (event.shiftKey ? 0.1 : 1);
      held.x = event.clientX;
      held.y = event.clientY;
      held.apply(held.change);
    },
    onPointerUp(): void {
      drag.current = null;
    },
    onPointerCancel(): void {
      drag.current = null;
    },
  };
}
