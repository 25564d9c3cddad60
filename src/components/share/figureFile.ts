import { ATTRIBUTION } from '../../figure/attribution.ts';
import type { PictureState } from '../../figure/paint.ts';
import { pictureOf } from '../../figure/picture.ts';
import { pinShapes } from '../../figure/pinMarks.ts';
import { sceneOf } from '../../figure/scene.ts';
import { svgOf } from '../../figure/svg.ts';
import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import { objectiveName } from '../../store/gradient/objectiveName.ts';
import { pinMarks } from '../../store/pinWords.ts';
import type { View } from '../../store/state.ts';
import { colourOf } from '../../theme/colour.ts';
import { type Ground, palettes } from '../../theme/palette.ts';
import { colouringOf } from '../diagram/colouring.ts';

/** The diagram as an SVG document that needs nothing from outside: its colours and its maths font are in it. */
export async function figureSvg(
  derived: Derived,
  { zoom, chain }: Pick<View, 'zoom' | 'chain'>,
  t: number,
  state: PictureState,
  gradient: Gradient | null,
  ground: Ground,
): Promise<string> {
  const { cell, sizes, encoded, predictions } = derived;
  const { default: font } = await import('../../theme/fonts/gatescope-math.woff2?inline');
  const palette = palettes[ground];
  const { scale, relative } = colouringOf(cell, gradient);
  const of = gradient ? `, gradients of ${objectiveName(gradient.of, cell, predictions)}` : '';
  const scene = sceneOf(cell, chain);
  const { viewBox, root } = pictureOf(scene, {
    zoom,
    palette,
    backwards: gradient !== null,
    neighbours: chain === 'unfolded' ? [2, 2] : [0, 0],
    sizeOf: (ref) => (ref.kind === 'input' ? sizes.D : sizes.H),
  });
  const coloured: PictureState = {
    ...state,
    lit: new Set(),
    inputs: new Set(),
    colour: (key, value) => colourOf(scale(key), relative(value), ground === 'dark'),
  };
  const marks = pinShapes(scene, pinMarks(derived, t), palette);
  return svgOf({ viewBox, root: { ...root, children: [...root.children, ...marks] } }, coloured, {
    title: `${cell.name} at timestep ${t} of ${encoded.tokens.length}${of}`,
    background: palette.panel,
    style: `@font-face{font-family:"Gatescope Math";src:url(${font}) format("woff2")}`,
    metadata: ATTRIBUTION,
  });
}
