import { cellOf } from '../cell/cell.ts';
import type { CellDeclaration, OptionInfo } from '../cell/declaration.ts';
import { directFactorOf } from './directFactor.ts';
import { equationsOf, letterOf } from './equation.ts';
import { alignedLatex, latexOf } from './linear.ts';

const BLOCK = /<!-- equations: (\w+) (\{.*\}) -->\n```math\n[\s\S]*?\n```/g;
const DIRECT = /(<!-- direct paths -->\n)[\s\S]*?(\n<!-- end of direct paths -->)/;
const MORE = /(<!-- more cells -->\n)[\s\S]*?(<!-- end of more cells -->)/;

/**
 * docs/model.md brought up to date: every block of equations as the declaration has it, between the marks of “more cells”
 * a section for each declaration without a block in the text, and between those of “direct paths” the factor of every
 * state of every cell. Throws where the text names an unknown cell.
 */
export function modelDocument(text: string, declarations: readonly CellDeclaration[]): string {
  const [own] = MORE.exec(text) ?? [''];
  const told = new Set([...text.replace(own, '').matchAll(BLOCK)].map(([, id]) => id));
  const sections = declarations.filter(({ id }) => !told.has(id)).map(sectionOf);
  const blocks = text.replace(BLOCK, (_, id: string, options: string) => {
    const declaration = declarations.find((one) => one.id === id);
    if (!declaration) throw new Error(`docs/model.md: there is no cell ${id}`);
    return blockOf(declaration, options);
  });
  return blocks
    .replace(MORE, (_, start: string, end: string) => `${start}\n${sections.join('\n')}\n${end}`)
    .replace(DIRECT, (_, start: string, end: string) => `${start}${directPathTable(declarations)}${end}`);
}

function blockOf(declaration: CellDeclaration, options: string): string {
  const latex = alignedLatex(equationsOf(cellOf(declaration, JSON.parse(options))));
  return `<!-- equations: ${declaration.id} ${options} -->\n\`\`\`math\n${latex}\n\`\`\``;
}

function sectionOf(declaration: CellDeclaration): string {
  const { name, reference, summary, remarks } = declaration;
  const options = Object.entries(declaration.options).flatMap(([id, info]) =>
    id === 'bias' ? [] : [optionText(info)],
  );
  const paragraphs = [`${reference}. ${summary}`, blockOf(declaration, '{}'), remarks ?? '', options.join('\n')];
  return `### ${name}\n\n${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

function optionText(info: OptionInfo): string {
  if (info.kind === 'flag')
    return `* **${info.label}**: ${info.default ? 'on (default) or off' : 'on or off (default)'}.`;
  const values = Object.entries(info.choices).map(([id, words]) =>
    id === info.default ? `${words} (default)` : words,
  );
  return `* **${info.label}**: ${values.join('; ')}.`;
}

/** The direct path of every state: its factor with the default options, and with each option that changes it. */
function directPathTable(declarations: readonly CellDeclaration[]): string {
  const rows = declarations.flatMap((declaration) => {
    const { states } = cellOf(declaration);
    const own = states.flatMap(({ id }) => directPathRow(declaration, id));
    return own.length > 0 ? own : [[declaration.name, '', 'none: every path leads through a layer']];
  });
  return [['cell', 'state', 'factor of one timestep'], ['---', '---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function directPathRow(declaration: CellDeclaration, state: string): readonly string[][] {
  const factorWith = (options: Record<string, string | boolean>): string | null => {
    const factor = directFactorOf(cellOf(declaration, options), state);
    return factor && `$${latexOf(factor)}$`;
  };
  const first = factorWith({});
  const others = Object.entries(declaration.options).flatMap(([option, info]) => {
    const values = info.kind === 'flag' ? [!info.default] : Object.keys(info.choices);
    return values.flatMap((value) => {
      const factor = factorWith({ [option]: value });
      const word = info.kind === 'flag' ? (value ? 'on' : 'off') : info.choices[String(value)];
      return factor === first ? [] : [`; ${factor ?? 'none'} (${info.label}: ${word})`];
    });
  });
  if (first === null && others.length === 0) return [];
  const letter = letterOf(cellOf(declaration), state) ?? { letter: state };
  const symbol = latexOf({ kind: 'letter', key: null, letter, subscript: '' });
  return [[declaration.name, `$${symbol}$`, `${first ?? 'none'}${others.join('')}`]];
}
