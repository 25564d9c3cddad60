import type { Shape } from './shape.ts';

/**
 * A picture that is only looked at: nothing in it is a control or has the name of one. Without `letters` the letters beside
 * wires are left out; nodes, inputs, outputs and numbers stay.
 */
export function still(picture: Shape, { letters = true }: { readonly letters?: boolean } = {}): Shape {
  const { role, 'aria-label': name, ...attributes } = picture.attributes;
  const kept = picture.children.filter(
    (child) => typeof child === 'string' || !(isTarget(child) || (!letters && isLetter(child))),
  );
  return {
    ...picture,
    attributes,
    binds: picture.binds.filter(({ kind }) => kind !== 'name' && kind !== 'tokenName'),
    children: kept.map((child) => (typeof child === 'string' ? child : still(child, { letters }))),
  };
}

/** Hit targets are invisible and left out of a figure. */
const isTarget = ({ attributes }: Shape): boolean => attributes.class === 'hit';

const isLetter = ({ attributes, children }: Shape): boolean =>
  attributes.class === 'label' &&
  !children.some((child) => typeof child !== 'string' && child.attributes.class === 'number');
