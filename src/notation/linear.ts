import type { Letter } from '../cell/declaration.ts';
import type { Equation } from './equation.ts';
import {
  type Formula,
  needsParentheses,
  needsParenthesesAsFactor,
  needsParenthesesAsTerm,
  type Subscript,
} from './formula.ts';

/** The style of a formula's parts in a text notation. */
export interface TextStyle {
  letter(letter: Letter, subscript: string): string;
  parameter(letter: string, subscript: string): string;
  number(text: string): string;
  word(text: string): string;
  operator(symbol: string, latex: string): string;
  fraction(above: string, below: string): string;
  name(symbol: string, latex: string, constants: string): string;
  enclosed(inner: string): string;
}

/** The formula as one line of text in the given style. */
export function textOf(formula: Formula, style: TextStyle): string {
  const inner = (part: Formula): string => textOf(part, style);
  const guarded = (part: Formula, guard: boolean): string => (guard ? style.enclosed(inner(part)) : inner(part));
  switch (formula.kind) {
    case 'letter':
      return style.letter(formula.letter, subscriptText(formula.subscript));
    case 'parameter':
      return style.parameter(formula.letter, formula.subscript);
    case 'number':
      return style.number(formula.text);
    case 'word':
      return style.word(formula.text);
    case 'sum':
      return formula.terms
        .map((term) => guarded(term, needsParenthesesAsTerm(term)))
        .join(` ${style.operator('+', '+')} `);
    case 'product':
      return formula.parts.map((part) => guarded(part, needsParenthesesAsFactor(part))).join(' ');
    case 'infix': {
      const { operator, left, right } = formula;
      const a = guarded(left, needsParentheses(left, operator, 'left'));
      const b = guarded(right, needsParentheses(right, operator, 'right'));
      return `${a} ${style.operator(operator.symbol, operator.latex)} ${b}`;
    }
    case 'fraction':
      return style.fraction(inner(formula.above), inner(formula.below));
    case 'call': {
      const { symbol, latex, constants } = formula.name;
      return style.name(symbol, latex, constants.join(', ')) + style.enclosed(formula.args.map(inner).join(', '));
    }
    case 'mark':
      return inner(formula.body);
  }
}

/** A subscript as text; units are counted from 1. */
export const subscriptText = (subscript: Subscript): string =>
  typeof subscript === 'string' ? subscript : String(subscript.unit + 1);

const lowered = (subscript: string): string => {
  const text = subscript.replace('−', '-');
  return text === '' ? '' : text.length === 1 ? `_${text}` : `_{${text}}`;
};
const accents = {
  tilde: (c: string) => `\\tilde{${c}}`,
  hat: (c: string) => `\\hat{${c}}`,
  prime: (c: string) => `${c}'`,
};

const latexStyle: TextStyle = {
  letter: ({ letter, accent }, subscript) => (accent ? accents[accent](letter) : letter) + lowered(subscript),
  parameter: (letter, subscript) => letter + lowered(subscript),
  number: (text) =>
    text.replace('−', '-').replace(/ × 10([⁻⁰¹²³⁴-⁹]+)$/, (_, power: string) => ` \\times 10^{${lineDigits(power)}}`),
  word: (text) => `\\text{${text}}`,
  operator: (_, latex) => latex,
  fraction: (above, below) => `\\frac{${above}}{${below}}`,
  name: (_, latex, constants) => (constants ? `${latex}_{${constants}}` : latex),
  enclosed: (inner) => (inner.includes('\\frac') ? `\\left(${inner}\\right)` : `(${inner})`),
};

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lineDigits = (raised: string): string => [...raised].map((c) => (c === '⁻' ? '-' : RAISED.indexOf(c))).join('');

const SMALL: Readonly<Record<string, string>> = { t: 'ₜ', '−': '₋' };
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
/** Times and numbers as subscript characters; Unicode has none for most letters. */
const smallSubscript = (subscript: string): string =>
  [...subscript].map((c) => SMALL[c] ?? LOWERED[Number(c)]).join('');

const combining = { tilde: '\u0303', hat: '\u0302', prime: '′' };

const plainStyle: TextStyle = {
  letter: ({ letter, accent }, subscript) => letter + (accent ? combining[accent] : '') + smallSubscript(subscript),
  parameter: (letter, subscript) => (subscript ? `${letter}_${subscript}` : letter),
  number: (text) => text,
  word: (text) => text,
  operator: (symbol) => symbol,
  fraction: (above, below) => `(${above})/(${below})`,
  name: (symbol, _, constants) => (constants ? `${symbol}_{${constants}}` : symbol),
  enclosed: (inner) => `(${inner})`,
};

/** A formula as LaTeX source, without dollars. */
export const latexOf = (formula: Formula): string => textOf(formula, latexStyle);

/** A formula as plain Unicode text. */
export const plainOf = (formula: Formula): string => textOf(formula, plainStyle);

/** An equation as LaTeX source, without dollars. */
export const equationLatex = ({ left, right }: Equation): string => `${latexOf(left)} = ${latexOf(right)}`;

/** Equations as one `aligned` block of LaTeX. */
export function alignedLatex(equations: readonly Equation[]): string {
  const lines = equations.map(({ left, right }) => `  ${latexOf(left)} &= ${latexOf(right)}`);
  return `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`;
}
