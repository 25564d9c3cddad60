import { useMemo, useState } from 'react';
import type { Ref } from '../../cell/slot.ts';
import { ghostBars } from '../../figure/ghost.ts';
import type { PictureState } from '../../figure/paint.ts';
import { pinShapes } from '../../figure/pinMarks.ts';
import { sceneOf } from '../../figure/scene.ts';
import { cssPalette, shape } from '../../figure/shape.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { pinMarks } from '../../store/pinWords.ts';
import { createPainter } from '../diagram/painter.ts';
import { ShapeElement } from '../diagram/ShapeElement.tsx';

/** Overlay of the diagram with the interventions at this timestep, and outlines of the values without them. */
export function PinOverlay({ state }: { readonly state: PictureState }) {
  const derived = useDerived();
  const { cell, sizes, free } = derived;
  const { zoom, chain, shows } = useGatescope(({ view }) => view);
  const { t, position } = useGatescope(({ cursor }) => cursor);
  const [painter] = useState(createPainter);
  const scene = useMemo(() => sceneOf(cell, chain), [cell, chain]);
  // outlines appear before the motion of a step arrives, because only steps render
  const shown: PictureState = { ...state, head: position };
  const ghost: PictureState = {
    ...shown,
    read: (ref, shift) => (t + shift < 1 ? null : free.tape.read(ref, t + shift)),
  };
  const sizeOf = (ref: Ref): number => (ref.kind === 'input' ? sizes.D : sizes.H);
  const bars =
    zoom !== 'unit' && shows === 'values' && t > 0 ? ghostBars(scene, [shown, ghost], sizeOf, cssPalette) : [];
  const shapes = [...bars, ...pinShapes(scene, pinMarks(derived, t), cssPalette)];
  return (
    <ShapeElement
      shape={shape('g', { class: 'pin-overlay', 'pointer-events': 'none', 'aria-hidden': 'true' }, shapes)}
      painter={painter}
      written={null}
    />
  );
}
