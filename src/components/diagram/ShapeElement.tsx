import { createElement, memo, type ReactNode } from 'react';
import type { Shape } from '../../figure/shape.ts';
import type { Painter } from './painter.ts';

/** One element of a picture. It renders once; the painter writes what changes. */
export const ShapeElement = memo(function ShapeElement({
  shape,
  painter,
}: {
  readonly shape: Shape;
  readonly painter: Painter;
}) {
  const { tag, attributes, binds, children } = shape;
  const nodes: ReactNode[] = children.map((child, k) =>
    // The children of a shape never change places.
    typeof child === 'string' ? child : <ShapeElement key={k} shape={child} painter={painter} />,
  );
  const ref = binds.length > 0 ? (element: SVGElement) => painter.add(element, binds) : undefined;
  return createElement(tag, { ...propsOf(attributes), ref }, ...nodes);
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
