import { ANY_RENDERERS } from '@myst-theme/anywidget';
import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { type MystNode, page } from './page.md';

/** The renderer of MyST's own theme for widgets. */
const Widget = ANY_RENDERERS.anywidget as ComponentType<{ node: MystNode }>;

/** A node of a page as elements. The module of a widget has its address from the page. */
function Shown({ node }: { readonly node: MystNode }): ReactNode {
  const inside = node.children?.map((child, k) => <Shown key={k} node={child} />);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'heading':
      return <h1>{inside}</h1>;
    case 'paragraph':
      return <p>{inside}</p>;
    case 'emphasis':
      return <em>{inside}</em>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'anywidget':
      return <Widget node={{ ...node, esm: new URL(node.esm ?? '', document.baseURI).href }} />;
    default:
      return inside;
  }
}

const root = document.getElementById('page');
if (root) createRoot(root).render(<Shown node={page} />);
