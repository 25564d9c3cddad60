import type { Letter } from '../cell/declaration.ts';

/**
 * A printed expression. `key` is the slot of the tape that it denotes (`f`, `x`, `prev.C`, `f.pre`), null where it
 * denotes none by itself.
 */
export type Formula =
  | { readonly kind: 'letter'; readonly key: string | null; readonly letter: Letter; readonly subscript: Subscript }
  | { readonly kind: 'parameter'; readonly name: string; readonly letter: string; readonly subscript: string }
  | { readonly kind: 'number'; readonly key: string | null; readonly text: string }
  /** A signal without a letter, by its label. */
  | { readonly kind: 'word'; readonly key: string; readonly text: string }
  /** A learned sum; each term may be a product. */
  | { readonly kind: 'sum'; readonly key: string | null; readonly terms: readonly Formula[] }
  /** Written side by side: a matrix and its vector, or factors of a count. */
  | { readonly kind: 'product'; readonly parts: readonly Formula[] }
  | {
      readonly kind: 'infix';
      readonly key: string | null;
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'fraction'; readonly key: string | null; readonly above: Formula; readonly below: Formula }
  | {
      readonly kind: 'call';
      readonly key: string | null;
      readonly name: FunctionName;
      readonly args: readonly Formula[];
    }
  /** A part that the comparison with another cell points at. */
  | { readonly kind: 'mark'; readonly mark: PartChange; readonly body: Formula };

/** The time or unit a letter carries: now, the timestep before, a unit's number, or nothing. */
export type Subscript = 't' | 't−1' | '' | { readonly unit: number };

/** An operator between two arguments; a larger precedence binds tighter. */
export interface Operator {
  readonly symbol: string;
  readonly latex: string;
  readonly precedence: number;
  readonly words: string;
}

/** The name of a function in every notation. */
export interface FunctionName {
  readonly symbol: string;
  readonly latex: string;
  readonly words: string;
  /** Limits and slopes, written as a subscript. */
  readonly constants: readonly number[];
}

/** The change of a part: added or removed. */
export type PartChange = 'added' | 'removed';

const ATOM = 9;

/** The precedence of a formula; a larger number binds tighter. */
export function precedenceOf(formula: Formula): number {
  switch (formula.kind) {
    case 'sum':
      return formula.terms.length > 1 ? 1 : precedenceOf(formula.terms[0]);
    case 'infix':
      return formula.operator.precedence;
    case 'product':
      return 3;
    case 'number':
      return /^[−-]/.test(formula.text) ? 0 : ATOM;
    case 'mark':
      return precedenceOf(formula.body);
    default:
      return ATOM;
  }
}

/** True if the argument of an operator needs parentheses: it binds looser, or equally on the right of a minus. */
export function needsParentheses(argument: Formula, operator: Operator, side: 'left' | 'right'): boolean {
  const precedence = precedenceOf(argument);
  return (
    precedence < operator.precedence ||
    (precedence === operator.precedence && side === 'right' && operator.symbol === '−')
  );
}

/** Terms of a sum and factors of a product are parenthesised by the same rule. */
export const needsParenthesesAsTerm = (term: Formula): boolean => precedenceOf(term) < 1;
export const needsParenthesesAsFactor = (factor: Formula): boolean => precedenceOf(factor) <= 3;

/** The formula's direct parts. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'sum':
      return formula.terms;
    case 'product':
      return formula.parts;
    case 'infix':
      return [formula.left, formula.right];
    case 'fraction':
      return [formula.above, formula.below];
    case 'call':
      return formula.args;
    case 'mark':
      return [formula.body];
    default:
      return [];
  }
}

/** The slots and parameters that the formula names, itself included. */
export function keysIn(formula: Formula): readonly string[] {
  const own = 'key' in formula && formula.key !== null ? [formula.key] : [];
  return [...own, ...partsOf(formula).flatMap(keysIn)];
}
