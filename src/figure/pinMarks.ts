import { measures, type Pixel } from './measures.ts';
import type { Scene } from './scene.ts';
import { type Palette, type Shape, shape } from './shape.ts';
import type { Wire } from './wires.ts';

/** An intervention as the picture marks it: what is changed, on its way to what, and what becomes of it in words. */
export interface PinMark {
  readonly key: string;
  /** The one signal that sees the change; null for all that read it. */
  readonly to: string | null;
  readonly words: string;
}

const SANS = 'system-ui, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif';
const PLATE = { height: 22, letter: 7.2, padding: 10, text: 13 } as const;

/** Marks of interventions over the picture of a cell: a pin at a changed node, a wire that is changed struck through; words no smaller than `least`. */
export function pinShapes(
  scene: Scene,
  marks: readonly PinMark[],
  palette: Palette,
  least: number = PLATE.text,
): readonly Shape[] {
  const scale = Math.max(1, least / PLATE.text);
  return marks.flatMap((mark) => {
    const place = placeOf(scene, mark);
    if (!place) return [];
    const struck = mark.to === null ? [] : [strike(place, palette)];
    const head = mark.to === null ? [pinHead(place, palette)] : [];
    return [shape('g', { class: 'pin-mark' }, [...struck, plate(place.plate, scale, mark.words, palette), ...head])];
  });
}

interface PinPosition {
  /** The position of the pin, or of the strike through the wire. */
  readonly at: Pixel;
  /** True if the wire is vertical there. */
  readonly upright: boolean;
  /** The middle of the plate with the words. */
  readonly plate: Pixel;
}

function placeOf(scene: Scene, { key, to }: PinMark): PinPosition | null {
  if (to !== null) {
    const end = wireTo(scene, key, to);
    return end && strikePlace(end);
  }
  const node = scene.nodes.find(({ signal }) => signal.id === key);
  const bottom = (x: number, y: number): PinPosition => ({ at: { x, y }, upright: false, plate: { x, y: y + 22 } });
  if (key === 'x') return bottom(scene.input.x, scene.input.y + measures.bubble);
  if (!node) return null;
  const { box } = node;
  const under = bottom(box.x + box.width / 2, box.y + box.height);
  return { ...under, at: { x: box.x + box.width - 4, y: box.y + 4 } };
}

/** The last stretch of the wire that leads from one vector to one signal, through a concatenation where there is one. */
function wireTo({ wires, joins }: Scene, key: string, to: string): Wire | null {
  const [before, id] = key.startsWith('prev.') ? [true, key.slice('prev.'.length)] : [false, key];
  const carries = ({ refs }: Wire): boolean =>
    refs.some((ref) => ref.id === id && (ref.kind === 'previous') === before);
  const ends = wires.filter(({ target }) => target?.kind === 'node' && target.signal === to);
  const joined = wires.filter(
    ({ target }) =>
      target?.kind === 'join' && joins.find((join) => join.id === target.join)?.layers.includes(to) === true,
  );
  return ends.find(carries) ?? joined.find(carries) ?? ends[0] ?? null;
}

function strikePlace({ points }: Wire): PinPosition {
  const [a, b] = points.slice(-2);
  const at = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const upright = a.x === b.x;
  return { at, upright, plate: upright ? { x: at.x + 40, y: at.y } : { x: at.x, y: at.y + 26 } };
}

/** Two strokes across a wire. */
function strike({ at: { x, y }, upright }: PinPosition, palette: Palette): Shape {
  const half = measures.ribbon / 2 + 5;
  const line = (shift: number): string =>
    upright
      ? `M${x - half},${y + shift + 5}L${x + half},${y + shift - 5}`
      : `M${x + shift - 5},${y + half}L${x + shift + 5},${y - half}`;
  return shape('path', {
    d: `${line(-4)}${line(4)}`,
    fill: 'none',
    stroke: palette.added,
    'stroke-width': 3.5,
    'stroke-linecap': 'round',
    class: 'strike',
  });
}

function pinHead({ at: { x, y } }: PinPosition, palette: Palette): Shape {
  return shape('g', { class: 'pin-head' }, [
    shape('circle', { cx: x, cy: y, r: 8, fill: palette.added, stroke: palette.panel, 'stroke-width': 2 }),
    shape('circle', { cx: x - 2, cy: y - 2, r: 2.2, fill: palette.panel }),
  ]);
}

function plate({ x, y }: Pixel, scale: number, words: string, palette: Palette): Shape {
  const width = (words.length * PLATE.letter + 2 * PLATE.padding) * scale;
  const height = PLATE.height * scale;
  return shape('g', { class: 'plate' }, [
    shape('rect', {
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: height / 2,
      fill: palette.panel,
      stroke: palette.added,
      'stroke-width': 1.6,
    }),
    shape(
      'text',
      {
        x,
        y: y + 4.6 * scale,
        'text-anchor': 'middle',
        'font-family': SANS,
        'font-size': PLATE.text * scale,
        fill: palette.added,
      },
      [words],
    ),
  ]);
}
