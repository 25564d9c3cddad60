import type { PointerEvent } from 'react';

/** Lets an element follow a pointer wherever it goes. One that is gone by now, as Firefox reports late, is let go. */
export function capturePointer({ currentTarget, pointerId }: PointerEvent<HTMLElement>): void {
  try {
    currentTarget.setPointerCapture?.(pointerId);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}
