/**
 * Reads printed mathematics, LaTeX or MathML, and computes it. Written from the grammar of the notation alone: it
 * knows no cell and shares nothing with the printers.
 */
export type Value = { readonly vector: readonly number[] } | { readonly matrix: readonly number[] };
export type Names = ReadonlyMap<string, Value>;

type Token =
  | { readonly is: 'name' | 'number' | 'function' | 'sign'; readonly text: string }
  | { readonly is: 'fraction'; readonly above: readonly Token[]; readonly below: readonly Token[] };

const FUNCTIONS: Readonly<Record<string, (...a: number[]) => number>> = {
  σ: (a) => 1 / (1 + Math.exp(-a)),
  tanh: Math.tanh,
  relu: (a) => Math.max(0, a),
  exp: Math.exp,
  ln: Math.log,
  sgn: Math.sign,
  max: (a, b) => Math.max(a, b),
  step: (a) => (Math.sign(a) + 1) / 2,
};

/** The function of this name; a hard sigmoid has its slope and shift in its subscript. */
function functionOf(name: string): ((...a: number[]) => number) | undefined {
  const [, slope, shift] = /^hσ_([\d.]+), ?([\d.]+)$/.exec(name) ?? [];
  return slope ? (a) => Math.min(1, Math.max(0, Number(slope) * a + Number(shift))) : FUNCTIONS[name];
}

/** Functions whose every result needs the whole vector: distances from the mean in standard deviations. */
const WHOLE: Readonly<Record<string, (a: readonly number[]) => readonly number[]>> = {
  norm(a) {
    const mean = a.reduce((sum, v) => sum + v, 0) / a.length;
    const variance = a.reduce((sum, v) => sum + (v - mean) ** 2, 0) / a.length;
    return a.map((v) => (v - mean) / Math.sqrt(variance + 1e-5));
  },
};

/** One side of an equation in LaTeX. */
export const evaluateLatex = (source: string, names: Names): readonly number[] => evaluate(latexTokens(source), names);

/** A MathML element's children as text. */
export const evaluateMathml = (source: string, names: Names): readonly number[] =>
  evaluate(nodesTokens(xml(source)), names);

/** The two sides of `left = right`. */
export function sidesOfLatex(source: string): readonly [string, string] {
  const [left, right] = source.split(' = ');
  return [left, right];
}

// LaTeX

function latexTokens(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const group = (): string => {
    if (source[at] !== '{') return source[at++];
    let depth = 0;
    const start = at + 1;
    do {
      if (source[at] === '{') depth++;
      if (source[at] === '}') depth--;
      at++;
    } while (depth > 0);
    return source.slice(start, at - 1);
  };
  const name = (letter: string): void => {
    let text = letter;
    for (;;) {
      if (source[at] === "'") {
        text += "'";
        at++;
      } else if (source[at] === '_') {
        at++;
        text += `_${group()}`;
      } else break;
    }
    tokens.push({ is: 'name', text });
  };
  while (at < source.length) {
    const c = source[at];
    if (c === ' ') at++;
    else if (c === '\\') {
      const command = (/^\\[a-z]+/i.exec(source.slice(at)) as RegExpExecArray)[0].slice(1);
      at += command.length + 1;
      if (command === 'left' || command === 'right') tokens.push({ is: 'sign', text: source[at++] });
      else if (command === 'odot' || command === 'cdot') tokens.push({ is: 'sign', text: '*' });
      else if (command === 'tilde') name(`~${group()}`);
      else if (command === 'hat') name(`^${group()}`);
      else if (command === 'text') tokens.push({ is: 'name', text: group() });
      else if (command === 'frac')
        tokens.push({ is: 'fraction', above: latexTokens(group()), below: latexTokens(group()) });
      else if (command === 'operatorname') {
        const text = group().replace('\\sigma', 'σ');
        if (source[at] === '_') at++;
        tokens.push({ is: 'function', text: text === 'hσ' ? `${text}_${group()}` : text });
      } else tokens.push({ is: 'function', text: command === 'sigma' ? 'σ' : command });
    } else if (/[0-9.]/.test(c)) {
      const text = (/^[0-9.]+/.exec(source.slice(at)) as RegExpExecArray)[0];
      at += text.length;
      tokens.push({ is: 'number', text });
    } else if (/[a-z]/i.test(c)) {
      at++;
      name(c);
    } else {
      at++;
      tokens.push({ is: 'sign', text: c });
    }
  }
  return tokens;
}

// MathML

interface Node {
  readonly tag: string;
  readonly children: readonly Node[];
  readonly text: string;
}

function xml(source: string): readonly Node[] {
  const root: { children: Node[] } = { children: [] };
  const stack: { tag: string; children: Node[]; text: string }[] = [{ tag: '', children: root.children, text: '' }];
  for (const [whole, close, tag, text] of source.matchAll(/<(\/?)([a-z]+)[^>]*>|([^<]+)/g)) {
    const top = stack[stack.length - 1];
    if (text !== undefined) top.text += text;
    else if (close) stack.pop();
    else if (whole) {
      const node = { tag, children: [], text: '' };
      top.children.push(node);
      stack.push(node);
    }
  }
  return root.children;
}

const flat = (node: Node): string => node.text + node.children.map(flat).join('').replace('−', '-');
const base = (node: Node): string =>
  node.tag === 'mover' ? `${flat(node.children[1])}${flat(node.children[0])}` : flat(node).replace('′', "'");

function nodesTokens(nodes: readonly Node[]): Token[] {
  return nodes.flatMap((node): Token[] => {
    const [a, b] = node.children;
    switch (node.tag) {
      case 'mrow':
      case 'math':
        return nodesTokens(node.children);
      case 'mfrac':
        return [{ is: 'fraction', above: nodesTokens([a]), below: nodesTokens([b]) }];
      case 'msub':
        return [{ is: base(a) === 'hσ' ? 'function' : 'name', text: `${base(a)}_${flat(b)}` }];
      case 'mspace':
        return [];
      case 'mn':
        return [{ is: 'number', text: node.text }];
      case 'mtext':
        return [{ is: 'name', text: node.text }];
      case 'mo':
        return [{ is: 'sign', text: node.text === '⊙' || node.text === '·' ? '*' : node.text.replace('−', '-') }];
      case 'mi':
        return [{ is: node.text in FUNCTIONS || node.text in WHOLE ? 'function' : 'name', text: node.text }];
      default:
        throw new Error(`no rule for <${node.tag}>`);
    }
  });
}

// Arithmetic on vectors: + and − bind least, then ⊙, then a matrix and what follows it.

function evaluate(tokens: readonly Token[], names: Names): readonly number[] {
  let at = 0;
  const size = Math.max(1, ...[...names.values()].map((v) => ('vector' in v ? v.vector.length : 0)));
  const peek = (text: string): boolean => {
    const token = tokens[at];
    return token?.is === 'sign' && token.text === text;
  };
  const expect = (text: string): void => {
    if (!peek(text)) throw new Error(`expected ${text} at ${at} in ${JSON.stringify(tokens)}`);
    at++;
  };
  const zip = (f: (...a: number[]) => number, ...args: (readonly number[])[]): readonly number[] =>
    Array.from({ length: Math.max(...args.map((a) => a.length)) }, (_, k) =>
      f(...args.map((a) => (a.length === 1 ? a[0] : a[k]))),
    );

  const sum = (): readonly number[] => {
    let value = term();
    while (peek('+') || peek('-')) {
      const minus = peek('-');
      at++;
      value = zip((a, b) => (minus ? a - b : a + b), value, term());
    }
    return value;
  };
  const term = (): readonly number[] => {
    let value = factor();
    while (peek('*')) {
      at++;
      value = zip((a, b) => a * b, value, factor());
    }
    return value;
  };
  const factor = (): readonly number[] => {
    if (peek('-')) {
      at++;
      return zip((a) => -a, factor());
    }
    if (peek('(')) {
      at++;
      const inner = sum();
      expect(')');
      return inner;
    }
    const token = tokens[at++];
    if (token === undefined) throw new Error('the formula ends too early');
    if (token.is === 'number') return [Number(token.text)];
    if (token.is === 'fraction')
      return zip((a, b) => a / b, evaluate(token.above, names), evaluate(token.below, names));
    if (token.is === 'sign') throw new Error(`unexpected ${token.text}`);
    if (token.is === 'function') {
      const whole = WHOLE[token.text];
      if (whole) {
        expect('(');
        const argument = sum();
        expect(')');
        return whole(argument);
      }
      const f = functionOf(token.text);
      if (!f) throw new Error(`unknown function ${token.text}`);
      if (tokens[at]?.is === 'function') return zip(f, factor());
      expect('(');
      const args = [sum()];
      while (peek(',')) {
        at++;
        args.push(sum());
      }
      expect(')');
      return zip(f, ...args);
    }
    const value = names.get(token.text);
    if (!value) throw new Error(`unknown name ${token.text}`);
    if ('vector' in value) return value.vector;
    const operand = factor();
    const rows = value.matrix.length / operand.length;
    return Array.from({ length: rows }, (_, r) =>
      operand.reduce((s, v, c) => s + value.matrix[r * operand.length + c] * v, 0),
    );
  };
  const result = sum();
  if (at < tokens.length) throw new Error(`${tokens.length - at} tokens are left over in ${JSON.stringify(tokens)}`);
  return result.length === 1 ? Array.from({ length: size }, () => result[0]) : result;
}
