import { memo } from 'react';
import type { Wire } from '../../engine/intervention/intervention.ts';
import { markupOf } from '../../notation/mathml.ts';
import type { LetterShape } from '../../notation/shapes.ts';
import { spokenOf } from '../../notation/spoken.ts';
import { Button } from '../primitives/Button.tsx';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';
import { useStateOf } from '../useStateOf.ts';
import type { EquationLine } from './equationRows.ts';
import { type Lit, Mathematics } from './Mathematics.tsx';

interface LetterShapeLineProps {
  readonly shape: LetterShape;
  readonly lit?: Lit | undefined;
}

/** A letter and its shape; it lights what the letter denotes, a parameter its layer. */
function LetterShapeLine({ shape: { signal, formula, text }, lit }: LetterShapeLineProps) {
  return (
    <span data-signal={signal}>
      <Mathematics markup={{ tag: 'math', attributes: {}, children: [markupOf(formula)] }} lit={lit} /> {text}
    </span>
  );
}

interface EquationItemProps {
  readonly line: EquationLine;
  /** The effects of interventions on the signal, in words. */
  readonly changes: string;
  /** True if they replace the computed value. */
  readonly replaced: boolean;
  /** The wires whose letters are struck through. */
  readonly struck: readonly Wire[] | undefined;
  /** True if the cell that it is compared with is shown beside it. */
  readonly beside: boolean;
  readonly shapes: readonly LetterShape[];
  /** True if all shapes are printed under the equation; otherwise only that of the letter under the pointer. */
  readonly shapesShown: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly lit: Lit;
}

const words = {
  before: { same: '', changed: 'changed', added: 'new', removed: 'removed', ghost: 'before' },
  beside: { same: '', changed: 'differs', added: 'only here', removed: 'only there', ghost: 'there' },
} as const;

/** One equation: to be chosen, with its letters lighting up what they denote. */
export const EquationItem = memo(function EquationItem(props: EquationItemProps) {
  const { line, beside, changes, replaced, struck, shapes, shapesShown, active, selected, lit } = props;
  const { signal, label, status, markup, spoken } = line;
  const word = words[beside ? 'beside' : 'before'][status];
  const [pointed, setPointed] = useStateOf<LetterShape | null>(shapes, null);
  const gone = status === 'removed' || status === 'ghost';
  const said = shapesShown ? `; ${shapes.map(({ formula, text }) => `${spokenOf(formula)}: ${text}`).join(', ')}` : '';
  return (
    <li
      data-status={status}
      data-active={active && !gone ? '' : undefined}
      data-held={replaced && !gone ? '' : undefined}
    >
      <Button
        look="bare"
        aria-disabled={gone || undefined}
        aria-pressed={gone ? undefined : selected}
        data-signal={gone ? undefined : signal}
        data-select={gone ? undefined : ''}
        onPointerOver={({ target }) => setPointed(letterAt(target, shapes))}
        onPointerLeave={() => setPointed(null)}
      >
        <span className="hint name">
          {label} {word && <em>{word}</em>}
        </span>
        <VisuallyHidden>
          : {spoken}
          {said}
        </VisuallyHidden>
        <span aria-hidden="true">
          <Mathematics markup={markup} lit={gone ? undefined : lit} of={signal} struck={gone ? undefined : struck} />
          {shapesShown && (
            <span className="phrases hint shapes">
              {shapes.map((shape) => (
                <LetterShapeLine key={shape.parameter ?? shape.signal} shape={shape} lit={lit} />
              ))}
            </span>
          )}
        </span>
        {changes && !gone && <span className="held">{changes}</span>}
      </Button>
      {pointed && !shapesShown && (
        <span className="hint pointed-shape" aria-hidden="true">
          <LetterShapeLine shape={pointed} />
        </span>
      )}
    </li>
  );
});

/** The letter under the pointer; a sum or a function has no shape of its own. */
function letterAt(target: EventTarget, shapes: readonly LetterShape[]): LetterShape | null {
  const letter =
    target instanceof Element
      ? target.closest('math [data-parameter], math [data-signal], .shapes [data-signal]')
      : null;
  const parameter = letter?.getAttribute('data-parameter') ?? null;
  const signal = letter?.getAttribute('data-signal');
  return shapes.find((s) => s.parameter === parameter && (parameter !== null || s.signal === signal)) ?? null;
}
