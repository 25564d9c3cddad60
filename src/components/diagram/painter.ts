import { attributesOf, type PictureState } from '../../figure/paint.ts';
import type { Bind } from '../../figure/shape.ts';

const MOVING: ReadonlySet<Bind['kind']> = new Set(['cover', 'phase', 'visible', 'number']);

interface Bound {
  readonly element: SVGElement;
  readonly binds: readonly Bind[];
  /** The last value of each attribute. */
  readonly last: Map<string, string | number>;
}

/** Writes what a state changes straight to the elements of a picture, and only what differs from last time. */
export interface Painter {
  /** Takes an element in; returns how to let it go. */
  add(element: SVGElement, binds: readonly Bind[]): () => void;
  /** Everything: another timestep, selection, stage or theme. */
  paint(state: PictureState): void;
  /** Only what follows the motion within a timestep. */
  paintMotion(state: PictureState): void;
}

/** Creates a painter without elements. */
export function createPainter(): Painter {
  const all = new Set<Bound>();
  /** Those that follow the motion, so that a frame of it touches nothing else. */
  const moving = new Set<Bound>();
  const write = (bound: Bound, state: PictureState, wanted: (bind: Bind) => boolean): void => {
    for (const bind of bound.binds) {
      if (!wanted(bind)) continue;
      const attributes = attributesOf(bind, state);
      for (const name in attributes) {
        const value = attributes[name];
        if (bound.last.get(name) === value) continue;
        bound.last.set(name, value);
        if (name === 'text') bound.element.textContent = String(value);
        else bound.element.setAttribute(name, String(value));
      }
    }
  };
  return {
    add(element, binds) {
      const bound = { element, binds, last: new Map() };
      all.add(bound);
      if (binds.some(({ kind }) => MOVING.has(kind))) moving.add(bound);
      return () => {
        all.delete(bound);
        moving.delete(bound);
      };
    },
    paint(state) {
      for (const bound of all) write(bound, state, () => true);
    },
    paintMotion(state) {
      for (const bound of moving) write(bound, state, (bind) => MOVING.has(bind.kind));
    },
  };
}
