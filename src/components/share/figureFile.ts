import type { Ref } from '../../cell/slot.ts';
import { ATTRIBUTION } from '../../figure/attribution.ts';
import { compactPictureOf } from '../../figure/compactPicture.ts';
import { rampOf, withLegend } from '../../figure/legend.ts';
import { type Faces, outlined } from '../../figure/outlines.ts';
import type { PictureState } from '../../figure/paint.ts';
import { type Picture, pictureOf } from '../../figure/picture.ts';
import { pinShapes } from '../../figure/pinMarks.ts';
import { sceneOf } from '../../figure/scene.ts';
import { still } from '../../figure/still.ts';
import { type SvgOptions, svgOf } from '../../figure/svg.ts';
import { tikzOf } from '../../figure/tikz.ts';
import { figureView } from '../../io/figure.ts';
import { announced } from '../../store/announced.ts';
import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import { objectiveName } from '../../store/gradient/objectiveName.ts';
import { pinMarks } from '../../store/pinWords.ts';
import type { Moment } from '../../store/state.ts';
import { colourOf, type ScaleKind } from '../../theme/colour.ts';
import { type Ground, palettes } from '../../theme/palette.ts';
import { colouringOf } from '../diagram/colouring.ts';
import { pictureStateOf } from '../diagram/pictureState.ts';
import { type FigureSize, figureSizes } from './figureSizes.ts';

/** Options of a saved figure. */
export interface FigureOptions {
  readonly ground: Ground;
  /** The place that the figure is drawn for; default a page. */
  readonly size?: FigureSize;
  /** False: without the letters beside wires. */
  readonly letters?: boolean;
  /** False: without the keys to the colours. */
  readonly legend?: boolean;
}

/** The diagram of a moment as a figure that needs nothing around it. */
export interface Figure {
  readonly picture: Picture;
  readonly state: PictureState;
  readonly size: FigureSize;
  readonly background: string;
  readonly title: string;
  readonly description: string;
  /** The view as it is carried in a file; null where it is too large. */
  readonly view: string | null;
  /** The colours of the keys, step by step: a file of few colours keeps them. */
  readonly ramps: readonly string[];
}

/** The diagram of a moment with its legend, title and description, and the view that it opens as. */
export function figureOf(derived: Derived, moment: Moment, gradient: Gradient | null, options: FigureOptions): Figure {
  const { ground, size, letters = true } = options;
  const { cell, sizes } = derived;
  const { cursor, selection, view } = moment;
  const palette = palettes[ground];
  const style = {
    zoom: view.zoom,
    palette,
    backwards: gradient !== null,
    sizeOf: (ref: Ref) => (ref.kind === 'input' ? sizes.D : sizes.H),
  };
  const { viewBox, root, scene, least } =
    size === 'column'
      ? compactPictureOf(cell, null, view.chain, style)
      : pictureOf(sceneOf(cell, view.chain), { ...style, neighbours: view.chain === 'unfolded' ? [2, 2] : [0, 0] });
  const marks = pinShapes(scene, pinMarks(derived, cursor.t), palette);
  const picture: Picture = { viewBox, root: still({ ...root, children: [...root.children, ...marks] }, { letters }) };
  return figureAround(picture, derived, moment, gradient, options, {
    kinds: gradient ? ['gradient'] : ['gate', 'signed'],
    least,
    title: titleOf(derived, cursor.t, gradient),
    description: announced(derived, gradient, cursor, selection.unit),
  });
}

/** What is written around a picture: the scales of its key, the size of its smallest text, and its words. */
interface Around extends Pick<Figure, 'title' | 'description'> {
  readonly kinds: readonly ScaleKind[];
  readonly least?: number;
}

/** A picture of a moment as a figure: with its key on its ground, in the part of the plane that its place takes. */
export function figureAround(
  picture: Picture,
  derived: Derived,
  moment: Moment,
  gradient: Gradient | null,
  { ground, size = 'page', legend = true }: FigureOptions,
  { kinds, least, ...words }: Around,
): Figure {
  const dark = ground === 'dark';
  const palette = palettes[ground];
  const { scale, relative } = colouringOf(derived.cell, gradient);
  const state = pictureStateOf(derived, gradient, { ...moment, hover: null });
  const keys = legend ? kinds : [];
  const unit = gradient?.largest || 1;
  const whole =
    keys.length > 0 ? withLegend(picture, { kinds: keys, palette, dark, unit, ...(least && { least }) }) : picture;
  return {
    ...words,
    picture: size === 'slide' ? { ...whole, viewBox: onSlide(whole.viewBox) } : whole,
    size,
    state: {
      ...state,
      head: state.head ?? moment.cursor.position,
      lit: new Set(),
      inputs: new Set(),
      colour: (key, value) => colourOf(scale(key), relative(value), dark),
    },
    background: palette.panel,
    view: figureView(moment),
    ramps: keys.flatMap((kind) => rampOf(kind, dark)),
  };
}

/** The title of a figure; `what` follows the name of the cell. */
export function titleOf(
  { cell, encoded, predictions }: Derived,
  t: number,
  gradient: Gradient | null,
  what = '',
): string {
  const of = gradient ? `, gradients of ${objectiveName(gradient.of, cell, predictions)}` : '';
  return `${cell.name}${what} at timestep ${t} of ${encoded.tokens.length}${of}`;
}

/** The part of the plane that a slide of 16 : 9 shows around a picture. */
function onSlide([x, y, width, height]: Picture['viewBox']): Picture['viewBox'] {
  const wide = Math.max(width + 2 * MARGIN, ((height + 2 * MARGIN) * 16) / 9);
  const high = (wide * 9) / 16;
  return [x - (wide - width) / 2, y - (high - height) / 2, wide, high];
}

/** The least margin of a slide in units of the diagram. */
const MARGIN = 24;

/** A figure as an SVG document that needs nothing from outside: its colours and its maths font are in it. */
export async function figureSvg(figure: Figure): Promise<string> {
  const { default: font } = await import('../../theme/fonts/gatescope-math.woff2?inline');
  return documentOf(figure, { style: `@font-face{font-family:"Gatescope Math";src:url(${font}) format("woff2")}` });
}

/** A figure as an SVG document whose text is drawn by the outlines of its characters; text without outlines stays text. */
export const outlinedSvg = (figure: Figure, faces: Faces): string =>
  documentOf(figure, { redrawn: (text) => outlined(text, faces) });

function documentOf({ picture, state, view, ...figure }: Figure, fonts: Pick<SvgOptions, 'style' | 'redrawn'>): string {
  return svgOf(picture, state, { ...figure, ...fonts, metadata: ATTRIBUTION, ...(view !== null && { view }) });
}

/** A figure for LaTeX, so many millimetres wide. */
export function figureTikz(
  { picture, state, ...figure }: Figure,
  width: number = figureSizes[figure.size].millimetres,
): string {
  return tikzOf(picture, state, { ...figure, width, metadata: ATTRIBUTION });
}
