import type { Ref } from '../cell/slot.ts';
import { measures } from './measures.ts';

/** The drawing of wires: a thin line for a vector, one lane a unit, or the selected unit alone. */
export type Zoom = 'vector' | 'lanes' | 'unit';

/** One lane of a ribbon: which part of which vector, and how far from the centre line. */
export interface Lane {
  readonly ref: Ref;
  readonly lane: number;
  readonly lanes: number;
  readonly offset: number;
  readonly width: number;
}

/** The number of lanes for a vector in this width: one a unit if they are wide enough, else fewer lanes that pool units. */
export function laneCount(size: number, width: number = measures.ribbon): number {
  return size * measures.lane <= width ? size : Math.max(1, Math.floor(width / measures.pool));
}

/** The lanes of a wire, unit 1 to the left of its direction; the parts of a concatenation share its width. */
export function lanesOf(refs: readonly Ref[], sizeOf: (ref: Ref) => number, width: number): Lane[] {
  const share = width / refs.length;
  return refs.flatMap((ref, part) => {
    const count = laneCount(sizeOf(ref), share);
    return Array.from({ length: count }, (_, lane) => ({
      ref,
      lane,
      lanes: count,
      offset: -width / 2 + part * share + ((lane + 0.5) * share) / count,
      width: share / count,
    }));
  });
}

/** The width of a wire. */
export const widthOf = (zoom: Zoom): number => (zoom === 'lanes' ? measures.ribbon : zoom === 'unit' ? 7 : 2.5);
