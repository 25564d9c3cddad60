import type { Letter } from '../cell/declaration.ts';
import type { Equation } from './equation.ts';
import {
  type Formula,
  needsParentheses,
  needsParenthesesAsFactor,
  needsParenthesesAsTerm,
  type Subscript,
} from './formula.ts';
import { subscriptText } from './linear.ts';

/** A MathML element as data: to be rendered by React or written out as text. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

const element = (
  tag: string,
  children: readonly (Markup | string)[],
  attributes: Markup['attributes'] = {},
): Markup => ({
  tag,
  attributes,
  children,
});

const identifier = (text: string): Markup => element('mi', [text]);
const number = (text: string): Markup => element('mn', [text]);
/** Firefox would draw ⊙ as large as a sum over many terms. */
const operator = (symbol: string): Markup => element('mo', [symbol], symbol === '⊙' ? { largeop: 'false' } : {});
const tight = (symbol: string): Markup => element('mo', [symbol], { lspace: '0', rspace: '0' });
const still = (symbol: string): Markup => element('mo', [symbol], { stretchy: 'false' });
const enclosed = (inner: readonly Markup[], tall: boolean): Markup[] =>
  tall ? [operator('('), ...inner, operator(')')] : [still('('), ...inner, still(')')];

/**
 * A formula as MathML elements. What denotes a slot of the tape carries `data-signal`, a parameter `data-parameter`,
 * a marked part `data-mark`.
 */
export function markupOf(formula: Formula): Markup {
  const key: Markup['attributes'] = 'key' in formula && formula.key !== null ? { 'data-signal': formula.key } : {};
  const guarded = (part: Formula, guard: boolean): Markup[] =>
    guard ? enclosed([markupOf(part)], tall(part)) : [markupOf(part)];
  const summand = (term: Formula, k: number): Markup[] => {
    const body = term.kind === 'mark' ? term.body : term;
    const written = [...(k > 0 ? [operator('+')] : []), ...guarded(body, needsParenthesesAsTerm(body))];
    return term.kind === 'mark' ? [element('mrow', written, { 'data-mark': term.mark })] : written;
  };
  switch (formula.kind) {
    case 'letter':
      return letterMarkup(formula.letter, formula.subscript, key);
    case 'parameter': {
      const name = { 'data-parameter': formula.name };
      if (formula.subscript === '') return element('mi', [formula.letter], name);
      return element('msub', [identifier(formula.letter), row([...formula.subscript].map(identifier))], name);
    }
    case 'number':
      return element('mn', [formula.text], key);
    case 'word':
      return element('mtext', [formula.text], key);
    case 'sum':
      return element('mrow', formula.terms.flatMap(summand), key);
    case 'product':
      return element(
        'mrow',
        formula.parts.flatMap((part) => guarded(part, needsParenthesesAsFactor(part))),
      );
    case 'infix': {
      const { operator: between, left, right } = formula;
      const a = guarded(left, needsParentheses(left, between, 'left'));
      return element(
        'mrow',
        [...a, operator(between.symbol), ...guarded(right, needsParentheses(right, between, 'right'))],
        key,
      );
    }
    case 'fraction':
      return element('mfrac', [markupOf(formula.above), markupOf(formula.below)], key);
    case 'call': {
      const { symbol, constants } = formula.name;
      const name = functionName(symbol);
      const called = constants.length > 0 ? element('msub', [name, element('mn', [constants.join(', ')])]) : name;
      const args = formula.args.flatMap((arg, k) => (k > 0 ? [operator(','), markupOf(arg)] : [markupOf(arg)]));
      return element('mrow', [called, ...enclosed(args, formula.args.some(tall))], key);
    }
    case 'mark':
      return element('mrow', [markupOf(formula.body)], { 'data-mark': formula.mark });
  }
}

/** A printed equation as a `math` element. */
export function equationMarkup({ signal, left, right }: Equation): Markup {
  const body = element('mrow', [markupOf(left), operator('='), markupOf(right)]);
  return element('math', [body], { display: 'block', 'data-equation': signal });
}

/** MathML as text, for a file or a page without scripts. */
export function mathmlText(markup: Markup): string {
  const attributes = Object.entries(markup.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const children = markup.children.map((child) => (typeof child === 'string' ? escaped(child) : mathmlText(child)));
  const namespace = markup.tag === 'math' ? ' xmlns="http://www.w3.org/1998/Math/MathML"' : '';
  return `<${markup.tag}${namespace}${attributes.join('')}>${children.join('')}</${markup.tag}>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const row = (children: readonly Markup[]): Markup => (children.length === 1 ? children[0] : element('mrow', children));

function letterMarkup({ letter, accent }: Letter, subscript: Subscript, key: Markup['attributes']): Markup {
  const base =
    accent === 'prime'
      ? element('mrow', [identifier(letter), tight('′')])
      : accent
        ? element('mover', [identifier(letter), still(accent === 'hat' ? '^' : '~')], { accent: 'true' })
        : identifier(letter);
  const text = subscriptText(subscript);
  if (text === '') return { ...base, attributes: { ...base.attributes, ...key } };
  const low =
    text === 't−1'
      ? element('mrow', [identifier('t'), tight('−'), number('1')])
      : /^\d/.test(text)
        ? number(text)
        : identifier(text);
  return element('msub', [base, low], key);
}

/** `ln σ` is two names with a thin space. */
function functionName(symbol: string): Markup {
  const names = symbol.split(' ').map(identifier);
  return row(names.flatMap((name, k) => (k > 0 ? [element('mspace', [], { width: '0.17em' }), name] : [name])));
}

/** A fraction makes its parentheses grow. */
function tall(formula: Formula): boolean {
  if (formula.kind === 'fraction') return true;
  if (formula.kind === 'infix') return tall(formula.left) || tall(formula.right);
  return formula.kind === 'sum' && formula.terms.some(tall);
}
