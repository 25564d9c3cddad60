import { type RefObject, useId, useLayoutEffect, useRef } from 'react';
import type { Cell } from '../../cell/cell.ts';
import type { Ref } from '../../cell/slot.ts';
import type { Box } from '../../figure/measures.ts';
import type { PictureState } from '../../figure/paint.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { placeTip } from './placeTip.ts';
import { tipText } from './tipText.ts';
import { useTip } from './useTip.ts';

interface TipProps {
  readonly cell: Cell;
  readonly state: PictureState;
  /** The frame around the picture, in which the tooltip is placed. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly picture: RefObject<SVGSVGElement | null>;
}

/** Half the width of a wire around the pointer. */
const NEAR = 10;

/** The tooltip of the thing pointed at, focused or tapped: its name, unit and value, and the links to its sources. */
export function Tip({ cell, state, frame, picture }: TipProps) {
  const id = useId();
  const { target, keep, leave } = useTip(picture);
  const tip = useRef<HTMLDivElement>(null);
  const unit = target?.unit ?? state.unit;
  const text = target?.element.isConnected ? tipText(cell, target.key, unit, state) : null;
  const { tape, free } = useDerived();
  const t = useGatescope(({ cursor }) => cursor.t);
  const shows = useGatescope(({ view }) => view.shows);
  const ghost = { ...state, read: (ref: Ref, shift: number) => free.tape.read(ref, t + shift) };
  const freely =
    target && text && free.tape !== tape && t > 0 && shows === 'values' ? tipText(cell, target.key, unit, ghost) : null;
  useLayoutEffect(() => {
    if (!target || !tip.current || !frame.current) return;
    const around = frame.current.getBoundingClientRect();
    const box = (rect: DOMRect): Box => ({
      x: rect.x - around.x + (frame.current?.scrollLeft ?? 0),
      y: rect.y - around.y,
      width: rect.width,
      height: rect.height,
    });
    const { element, key, point } = target;
    const anchor = point
      ? box(new DOMRect(point.x - NEAR, point.y - NEAR, 2 * NEAR, 2 * NEAR))
      : box((element.querySelector('.body') ?? element).getBoundingClientRect());
    const labels = [...(picture.current?.querySelectorAll('.label') ?? [])]
      .filter((label) => label.getAttribute('data-signal') === key)
      .map((label) => box(label.getBoundingClientRect()));
    const { x, y } = placeTip(anchor, box(tip.current.getBoundingClientRect()), box(around), labels);
    tip.current.style.translate = `${x}px ${y}px`;
    element.setAttribute('aria-describedby', id);
    return () => element.removeAttribute('aria-describedby');
  });
  if (!target || !text) return null;
  const { name, letter, subscript, unit: number, value } = text;
  return (
    <div className="tip" role="tooltip" id={id} ref={tip} onPointerEnter={keep} onPointerLeave={leave}>
      {name}{' '}
      {letter && (
        <i>
          {letter}
          <sub>{subscript}</sub>
        </i>
      )}
      {number !== null && ` · unit ${number}`} <strong>{value}</strong>
      {freely && freely.value !== value && <>free run {freely.value} </>}
      {number !== null && (
        <Button look="bare" tabIndex={-1} data-signal={target.key} data-unit={unit} data-select="">
          why?
        </Button>
      )}{' '}
      {number !== null && (
        <Button look="bare" tabIndex={-1} data-signal={target.key} data-unit={unit} data-pin="">
          hold…
        </Button>
      )}
    </div>
  );
}
