import { createElement, type ReactElement, type ReactNode } from 'react';
import type { Markup } from '../../notation/mathml.ts';
import '../../theme/fonts/fonts.css';
import './mathematics.css';

/** The slots to light up: the one asked about and its inputs. */
export interface Lit {
  readonly self: string | null;
  readonly inputs: readonly string[];
}

interface MathematicsProps {
  readonly markup: Markup;
  readonly lit?: Lit | undefined;
}

const NONE: Lit = { self: null, inputs: [] };

/** Typeset mathematics from MathML data; parts that denote a lit slot carry `data-lit`. */
export function Mathematics({ markup, lit = NONE }: MathematicsProps): ReactElement {
  const render = ({ tag, attributes, children }: Markup, index = 0): ReactElement => {
    const key = attributes['data-signal'];
    const state =
      key === undefined ? undefined : key === lit.self ? 'self' : lit.inputs.includes(key) ? 'input' : undefined;
    const content: ReactNode[] = children.map((child, k) => (typeof child === 'string' ? child : render(child, k)));
    return createElement(tag, { ...attributes, 'data-lit': state, key: index }, ...content);
  };
  return render(markup);
}
