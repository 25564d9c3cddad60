import { Suspense, useMemo, useRef, useState } from 'react';
import type { Cell } from '../../cell/cell.ts';
import type { Ref } from '../../cell/slot.ts';
import { neighboursOf } from '../../figure/frame.ts';
import { pictureOf } from '../../figure/picture.ts';
import { sceneOf } from '../../figure/scene.ts';
import { cssPalette } from '../../figure/shape.ts';
import { useDerived, useGatescope, useInstance, usePlayhead } from '../../store/context.tsx';
import { OnUse } from '../Deferred.tsx';
import { fetched } from '../fetched.tsx';
import { PartBoundary } from '../PartBoundary.tsx';
import { useBefore } from '../useBefore.ts';
import { useFromServer } from '../useMedia.ts';
import { useRoving } from '../useRoving.ts';
import { createPainter } from './painter.ts';
import { ShapeElement } from './ShapeElement.tsx';
import { useCompact } from './useCompact.ts';
import { useFrame } from './useFrame.ts';
import { usePictureState } from './usePictureState.ts';
import { useStageInSight } from './useStageInSight.ts';
import './diagram.css';

/** A number that changes with the identity of a value. */
function usePictureKey(picture: unknown): number {
  const [seen, setSeen] = useState({ picture, key: 0 });
  if (seen.picture === picture) return seen.key;
  const next = { picture, key: seen.key + 1 };
  setSeen(next);
  return next.key;
}

const SwitchMotion = fetched(async () => (await import('../annotations.ts')).SwitchMotion);
const Tip = fetched(async () => (await import('../annotations.ts')).Tip);
const Change = fetched(async () => (await import('../annotations.ts')).Change);
const GradientOf = fetched(async () => (await import('../beside.ts')).GradientOf);

const PinOverlay = fetched(async () => (await import('../pins/Pins.tsx')).PinOverlay);

interface DiagramProps {
  /** Cells that are shown together with this one, at one scale. */
  readonly together?: readonly Cell[] | null;
  /** True if a narrow cell is shown in the middle, not in line with the left edges of the others. */
  readonly centresNarrow?: boolean;
}

/** The cell of the instance around it, drawn in colah's grammar with its present values. */
export function Diagram({ together = null, centresNarrow = false }: DiagramProps) {
  const { cell, sizes, encoded, tape, free } = useDerived();
  const acting = tape !== free.tape;
  const { shows, zoom, chain } = useGatescope((state) => state.view);
  const cursor = useGatescope((state) => state.cursor);
  const [painter] = useState(createPainter);

  const earlier = useBefore();
  const { draw: compactPictureOf, waiting } = useCompact();
  const wide = useFrame(cell, chain, together, centresNarrow);
  const picture = useMemo(() => {
    const sizeOf = (ref: Ref): number => (ref.kind === 'input' ? sizes.D : sizes.H);
    const style = { zoom, palette: cssPalette, sizeOf, backwards: shows === 'gradients' };
    if (compactPictureOf) return compactPictureOf(cell, earlier, chain, style);
    const scene = sceneOf(cell, chain);
    return pictureOf(scene, {
      ...style,
      neighbours: chain === 'unfolded' && !together ? neighboursOf(scene, wide) : [0, 0],
      frame: wide,
      before: earlier ? sceneOf(earlier, chain) : null,
    });
  }, [compactPictureOf, wide, cell, chain, zoom, shows, sizes.D, sizes.H, earlier, together]);

  const pictureKey = usePictureKey(picture);
  const figure = useRef<HTMLElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { animated, getState } = useInstance();
  useStageInSight(figure);
  useRoving(figure, 'svg [role="button"]');
  const state = usePictureState();
  // A server has no painter, and what hydrates its HTML has to begin with the same.
  const fromServer = useFromServer();
  const written = fromServer ? state({ head: cursor.position }) : null;
  usePlayhead((playhead) => {
    // a motion to another moment begins before that is rendered, and is painted with it
    if (getState().cursor === cursor) painter.paint(state(playhead));
  });

  const [x, y, width, height] = picture.viewBox;
  return (
    <>
      {shows === 'gradients' && (
        <PartBoundary name="The choice of the gradient">
          <Suspense fallback={null}>
            <GradientOf />
          </Suspense>
        </PartBoundary>
      )}
      <figure className="fill diagram" ref={figure}>
        {/* biome-ignore lint/a11y/useSemanticElements: no HTML element groups the parts of an SVG */}
        <svg
          ref={svg}
          viewBox={`${x} ${y} ${width} ${height}`}
          role="group"
          aria-label={`Diagram of the ${cell.name} cell at timestep ${cursor.t} of ${encoded.tokens.length}`}
          data-zoom={zoom}
          data-select=""
          data-waiting={waiting || undefined}
        >
          {/* Another picture is other elements: nothing that was painted on the old ones may stay. */}
          <ShapeElement key={pictureKey} shape={picture.root} painter={painter} written={written} />
          {acting && !fromServer && (
            <PartBoundary>
              <Suspense fallback={null}>
                <PinOverlay picture={picture} state={state(null)} />
              </Suspense>
            </PartBoundary>
          )}
        </svg>
        {!fromServer && (
          <PartBoundary>
            <OnUse>
              <SwitchMotion
                picture={svg}
                identity={JSON.stringify([cell.id, cell.options, zoom, chain, shows])}
                drawn={pictureKey}
                animated={animated}
              />
              <Tip cell={cell} state={state(null)} frame={figure} picture={svg} />
            </OnUse>
          </PartBoundary>
        )}
        {earlier && !together && (
          <PartBoundary>
            <Suspense fallback={null}>
              <Change cell={cell} before={earlier} sizes={sizes} />
            </Suspense>
          </PartBoundary>
        )}
      </figure>
    </>
  );
}
