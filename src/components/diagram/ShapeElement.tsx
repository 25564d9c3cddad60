import { createElement, memo, type ReactNode } from 'react';
import { attributesOf, type PictureState } from '../../figure/paint.ts';
import type { Shape } from '../../figure/shape.ts';
import type { Painter } from './painter.ts';

interface Props {
  readonly shape: Shape;
  readonly painter: Painter;
  /** The state that a server writes out, or null where the painter writes it. */
  readonly written: PictureState | null;
}

/** One element of a picture. It renders once; the painter writes what changes. */
export const ShapeElement = memo(function ShapeElement({ shape, painter, written }: Props) {
  const { tag, binds, children } = shape;
  const bound = written ? Object.assign({}, ...binds.map((bind) => attributesOf(bind, written))) : {};
  const { text, ...attributes } = { ...shape.attributes, ...bound };
  const nodes: ReactNode[] = children.map((child, k) =>
    // The children of a shape never change places.
    typeof child === 'string' ? child : <ShapeElement key={k} shape={child} painter={painter} written={written} />,
  );
  const ref = binds.length > 0 ? (element: SVGElement) => painter.add(element, binds) : undefined;
  // an element whose text is bound has no other children
  return createElement(tag, { ...propsOf(attributes), ref }, ...(text === undefined ? nodes : [text]));
});

/** SVG attribute names as React wants them. */
function propsOf(attributes: Shape['attributes']): Record<string, string | number> {
  const named = Object.entries(attributes).map(([name, value]) => {
    if (name === 'class') return ['className', value];
    if (name.startsWith('data-') || name.startsWith('aria-')) return [name, value];
    return [name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), value];
  });
  const focusable = attributes.role === 'button' ? [['tabIndex', 0]] : [];
  return Object.fromEntries([...named, ...focusable]);
}
