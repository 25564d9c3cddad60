import { attributesOf, type PictureState, progressOf, readBy } from '../../figure/paint.ts';
import type { Bind } from '../../figure/shape.ts';

interface Bound {
  readonly element: SVGElement;
  readonly bind: Bind;
  /** True if it is new or has changed, and has not been written since. */
  due: boolean;
  /** The last value of each attribute. */
  readonly last: Map<string, string | number>;
}

/** Writes what a state changes straight to the elements of a picture, and only what differs from last time. */
export interface Painter {
  /** Takes an element in; returns how to let it go. */
  add(element: SVGElement, binds: readonly Bind[]): () => void;
  /** Writes what differs from the state painted last, and the elements taken in since; what is covered by then, once it is not. */
  paint(state: PictureState): void;
}

/** Creates a painter without elements. */
export function createPainter(): Painter {
  const all = new Set<Bound>();
  let painted: PictureState | null = null;
  return {
    add(element, binds) {
      const own = binds.map((bind): Bound => ({ element, bind, due: true, last: new Map() }));
      for (const bound of own) all.add(bound);
      return () => {
        for (const bound of own) all.delete(bound);
      };
    },
    paint(state) {
      // a step within a timestep leaves all values as they are, and a frame of motion all but the covers of wires
      const changed = new Set<string>();
      for (const [kind, parts] of Object.entries(readBy))
        if (parts.some((part) => painted?.[part] !== state[part])) changed.add(kind);
      for (const bound of all) {
        bound.due ||= changed.has(bound.bind.kind);
        // a cover shows nothing of what is under it, so that a new timestep need not write everything at once
        if (!bound.due || (bound.last.size > 0 && isCovered(bound, state))) continue;
        bound.due = false;
        write(bound, state);
      }
      painted = state;
    },
  };
}

/** True where the values that the element shows are all under their cover. */
const isCovered = ({ bind }: Bound, { head }: PictureState): boolean =>
  'cover' in bind && progressOf(bind.cover, head) === 0;

function write({ element, bind, last }: Bound, state: PictureState): void {
  const attributes = attributesOf(bind, state);
  for (const name in attributes) {
    const value = attributes[name];
    if (last.get(name) === value) continue;
    last.set(name, value);
    if (name === 'text') writeText(element, String(value));
    else element.setAttribute(name, String(value));
  }
}

/** Changes the text where there is one: another text node would be news to whoever watches the elements come and go. */
function writeText(element: SVGElement, text: string): void {
  if (element.firstChild) element.firstChild.nodeValue = text;
  else element.textContent = text;
}
