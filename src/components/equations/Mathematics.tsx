import { createElement, type ReactElement, type ReactNode } from 'react';
import { slotOf } from '../../cell/slot.ts';
import type { Wire } from '../../engine/intervention/intervention.ts';
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
  /** The signal that an equation defines. */
  readonly of?: string;
  /** The wires whose letters are struck through. */
  readonly struck?: readonly Wire[] | undefined;
}

const NONE: Lit = { self: null, inputs: [] };
const NO_WIRES: readonly Wire[] = [];

/**
 * Typeset mathematics from MathML data; parts that denote a lit slot carry `data-lit`, a slot at the end of a struck wire
 * `data-struck`.
 */
export function Mathematics({ markup, lit = NONE, of, struck = NO_WIRES }: MathematicsProps): ReactElement {
  const render = ({ tag, attributes, children }: Markup, reader = of, index = 0): ReactElement => {
    const key = attributes['data-signal'];
    const state =
      key === undefined ? undefined : key === lit.self ? 'self' : lit.inputs.includes(key) ? 'input' : undefined;
    const line = struck.some((wire) => wire.key === key && wire.to === reader) ? '' : undefined;
    const inside = key === undefined ? reader : slotOf(key).id;
    const content: ReactNode[] = children.map((child, k) =>
      typeof child === 'string' ? child : render(child, inside, k),
    );
    return createElement(tag, { ...attributes, 'data-lit': state, 'data-struck': line, key: index }, ...content);
  };
  return render(markup);
}
