import { useState } from 'react';
import type { Ref } from '../../cell/slot.ts';
import { ghostBars } from '../../figure/ghost.ts';
import type { PictureState } from '../../figure/paint.ts';
import type { ScenePicture } from '../../figure/picture.ts';
import { pinShapes } from '../../figure/pinMarks.ts';
import { cssPalette, shape } from '../../figure/shape.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { pinMarks } from '../../store/pinWords.ts';
import { createPainter } from '../diagram/painter.ts';
import { ShapeElement } from '../diagram/ShapeElement.tsx';

interface PinOverlayProps {
  readonly picture: ScenePicture;
  readonly state: PictureState;
}

/** Overlay of the diagram with the interventions at this timestep, and outlines of the values without them. */
export function PinOverlay({ picture, state }: PinOverlayProps) {
  const derived = useDerived();
  const { sizes, free } = derived;
  const { scene, least } = picture;
  const { zoom, shows } = useGatescope(({ view }) => view);
  const { t, position } = useGatescope(({ cursor }) => cursor);
  const [painter] = useState(createPainter);
  // outlines appear before the motion of a step arrives, because only steps render
  const shown: PictureState = { ...state, head: position };
  const ghost: PictureState = {
    ...shown,
    read: (ref, shift) => (t + shift < 1 ? null : free.tape.read(ref, t + shift)),
  };
  const sizeOf = (ref: Ref): number => (ref.kind === 'input' ? sizes.D : sizes.H);
  const bars =
    zoom !== 'unit' && shows === 'values' && t > 0 ? ghostBars(scene, [shown, ghost], sizeOf, cssPalette) : [];
  const shapes = [...bars, ...pinShapes(scene, pinMarks(derived, t), cssPalette, least)];
  return (
    <ShapeElement
      shape={shape('g', { class: 'pin-overlay', 'pointer-events': 'none', 'aria-hidden': 'true' }, shapes)}
      painter={painter}
      written={null}
    />
  );
}
