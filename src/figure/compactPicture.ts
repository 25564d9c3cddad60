import type { Cell } from '../cell/cell.ts';
import { areRelated } from './change.ts';
import type { Chain } from './extent.ts';
import { foundSpacing } from './foundSpacing.ts';
import { frameAround } from './frame.ts';
import { knownSpacings } from './knownSpacings.ts';
import { layoutOf } from './layout.ts';
import { type PictureOptions, pictureOf, type ScenePicture } from './picture.ts';
import { routesKey } from './routes.ts';
import { placed } from './scene.ts';
import { compactSpacing } from './spacing.ts';

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
  const routed = cells.map((one) => ({ cell: one, layout: layoutOf(one) }));
  const known = cells.length === 1 ? knownSpacings[routesKey(cell)] : undefined;
  const spacing = known ? compactSpacing(...known) : foundSpacing(routed, chain);
  const [scene, before = null] = routed.map((one) => placed(one.layout, one.cell, chain, spacing));
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
