import { attributesOf, type PictureState, readBy } from '../../figure/paint.ts';
import type { Bind } from '../../figure/shape.ts';

interface Bound {
  readonly element: SVGElement;
  readonly bind: Bind;
  /** The last value of each attribute. */
  readonly last: Map<string, string | number>;
}

/** Writes what a state changes straight to the elements of a picture, and only what differs from last time. */
export interface Painter {
  /** Takes an element in; returns how to let it go. */
  add(element: SVGElement, binds: readonly Bind[]): () => void;
  /** Writes what differs from the state painted last, and all of the elements taken in since. */
  paint(state: PictureState): void;
}

/** Creates a painter without elements. */
export function createPainter(): Painter {
  const all = new Map<Bind['kind'], Set<Bound>>();
  const added = new Set<Bound>();
  let painted: PictureState | null = null;
  const changes = (kind: Bind['kind'], state: PictureState): boolean =>
    readBy[kind].some((part) => painted?.[part] !== state[part]);
  return {
    add(element, binds) {
      const own = binds.map((bind) => ({ element, bind, last: new Map() }));
      for (const bound of own) {
        const { kind } = bound.bind;
        const alike = all.get(kind) ?? new Set();
        all.set(kind, alike.add(bound));
        added.add(bound);
      }
      return () => {
        for (const bound of own) {
          all.get(bound.bind.kind)?.delete(bound);
          added.delete(bound);
        }
      };
    },
    paint(state) {
      for (const bound of added) write(bound, state);
      added.clear();
      // a step within a timestep leaves all values as they are, and a frame of motion all but the covers of wires
      for (const [kind, alike] of all) if (changes(kind, state)) for (const bound of alike) write(bound, state);
      painted = state;
    },
  };
}

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
