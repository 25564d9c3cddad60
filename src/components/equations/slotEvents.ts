import type { MouseEvent, PointerEvent } from 'react';
import { layerKey } from '../../cell/slot.ts';

/** What an element does with the slot that is pointed at or chosen. */
export interface SlotHandlers {
  readonly onHover: (key: string | null) => void;
  readonly onSelect: (key: string) => void;
}

/** The slot that the element under the pointer denotes; a pre-activation counts as its layer. */
export function slotAt(target: EventTarget): string | null {
  const key = target instanceof Element ? target.closest('[data-signal]')?.getAttribute('data-signal') : null;
  return key ? layerKey(key) : null;
}

/** Handlers for an element whose parts carry `data-signal`; a click beside all parts selects `fallback`. */
export function slotEvents({ onHover, onSelect }: SlotHandlers, fallback: string) {
  return {
    onPointerOver: (event: PointerEvent) => onHover(slotAt(event.target) ?? fallback),
    onPointerLeave: () => onHover(null),
    onFocus: () => onHover(fallback),
    onBlur: () => onHover(null),
    onClick: (event: MouseEvent) => onSelect((event.detail > 0 ? slotAt(event.target) : null) ?? fallback),
  };
}
