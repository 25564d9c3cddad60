import { markupOf } from '../../notation/mathml.ts';
import type { LetterShape } from '../../notation/shapes.ts';
import { type Lit, Mathematics } from './Mathematics.tsx';

interface LetterShapeLineProps {
  readonly shape: LetterShape;
  readonly lit?: Lit | undefined;
}

/** A letter and its shape; it lights what the letter denotes, a parameter its layer. */
export function LetterShapeLine({ shape: { signal, formula, text }, lit }: LetterShapeLineProps) {
  return (
    <span data-signal={signal}>
      <Mathematics markup={{ tag: 'math', attributes: {}, children: [markupOf(formula)] }} lit={lit} /> {text}
    </span>
  );
}
