import { attributesOf, type PictureState } from './paint.ts';
import type { Shape } from './shape.ts';

/** An element of a picture at one moment: nothing in it is bound any more, and nothing is hidden. */
export interface Drawn {
  readonly tag: Shape['tag'];
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawn | string)[];
}

/** An element as it is at a moment; null where it is not seen. */
export function drawnOf(shape: Shape, state: PictureState): Drawn | null {
  const bound: Record<string, string | number> = { ...shape.attributes };
  for (const bind of shape.binds) Object.assign(bound, attributesOf(bind, state));
  if (bound.display === 'none' || bound.visibility === 'hidden') return null;
  const { text, ...attributes } = bound;
  const children = shape.children.flatMap((child): (Drawn | string)[] => {
    if (typeof child === 'string') return [child];
    const drawn = drawnOf(child, state);
    return drawn ? [drawn] : [];
  });
  return { tag: shape.tag, attributes, children: text === undefined ? children : [String(text), ...children] };
}
