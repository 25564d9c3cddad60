import type { Cell } from '../cell/cell.ts';
import { areRelated } from './change.ts';
import { compactScenesOf } from './compact.ts';
import type { Chain } from './extent.ts';
import { frameAround } from './frame.ts';
import { layoutOf } from './layout.ts';
import { type PictureOptions, pictureOf, type ScenePicture } from './picture.ts';

/** The narrowest width that a compact picture is drawn in, and that of a common phone, in CSS pixels. */
const NARROW = 304;
const PHONE = 374;
/** The smallest text and the smallest place for a finger, in CSS pixels. */
const TEXT = 9.2;
const TARGET = 24;

/** A cell alone, drawn for a narrow screen: text and places for fingers are large enough where it fills the width. */
export function compactPictureOf(
  cell: Cell,
  earlier: Cell | null,
  chain: Chain,
  style: Pick<PictureOptions, 'zoom' | 'palette' | 'sizeOf' | 'backwards'>,
): ScenePicture {
  const cells = earlier && areRelated(earlier, cell) ? [cell, earlier] : [cell];
  const [scene, before = null] = compactScenesOf(
    cells.map((one) => ({ cell: one, layout: layoutOf(one) })),
    chain,
  );
  const frame = frameAround([scene], chain, 0);
  const width = frame.left + frame.right;
  return pictureOf(scene, {
    ...style,
    before,
    frame,
    neighbours: [0, 0],
    least: (TEXT * width) / PHONE,
    target: (TARGET * width) / NARROW,
  });
}
