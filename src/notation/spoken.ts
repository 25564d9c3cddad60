import type { Letter } from '../cell/declaration.ts';
import type { Equation } from './equation.ts';
import {
  type Formula,
  needsParentheses,
  needsParenthesesAsFactor,
  needsParenthesesAsTerm,
  type Subscript,
} from './formula.ts';

/**
 * A formula in words for a screen reader: “previous h” is the value at the timestep before, a group that paper would
 * put in parentheses stands between “the quantity” and “end quantity”.
 */
export function spokenOf(formula: Formula): string {
  const grouped = (part: Formula, group: boolean): string =>
    group ? `the quantity ${spokenOf(part)} end quantity` : spokenOf(part);
  switch (formula.kind) {
    case 'letter':
      return spokenLetter(formula.letter, formula.subscript);
    case 'parameter':
      return [formula.letter, ...formula.subscript].join(' ');
    case 'number':
      return formula.text.replace('−', 'minus ');
    case 'word':
      return `the ${formula.text}`;
    case 'sum':
      return formula.terms.map((term) => grouped(term, needsParenthesesAsTerm(term))).join(' plus ');
    case 'product':
      return formula.parts.map((part) => grouped(part, needsParenthesesAsFactor(part))).join(' times ');
    case 'infix': {
      const { operator, left, right } = formula;
      const a = grouped(left, needsParentheses(left, operator, 'left'));
      return `${a} ${operator.words} ${grouped(right, needsParentheses(right, operator, 'right'))}`;
    }
    case 'fraction':
      return `${grouped(formula.above, !simple(formula.above))} divided by ${grouped(formula.below, !simple(formula.below))}`;
    case 'call': {
      const { words, constants } = formula.name;
      const limits = constants.length > 0 ? ` with ${constants.join(' and ')}` : '';
      const args = formula.args.map((arg) => grouped(arg, !simple(arg))).join(' and ');
      return `${words}${limits}${/^the /.test(words) ? '' : ' of'} ${args}`;
    }
    case 'mark':
      return formula.mark === 'added' ? `new: ${spokenOf(formula.body)}` : `no longer: ${spokenOf(formula.body)}`;
  }
}

/** A printed equation in words. */
export const spokenEquation = ({ left, right }: Equation): string => `${spokenOf(left)} equals ${spokenOf(right)}`;

const simple = (formula: Formula): boolean => ['letter', 'parameter', 'number', 'word'].includes(formula.kind);

function spokenLetter({ letter, accent }: Letter, subscript: Subscript): string {
  const name = accent ? `${letter} ${accent}` : letter;
  if (typeof subscript === 'object') return `${name} of unit ${subscript.unit + 1}`;
  return subscript === 't−1' ? `previous ${name}` : name;
}
