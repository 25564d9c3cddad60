import { cellOf } from '../cell/cell.ts';
import type { CellDeclaration, OptionInfo } from '../cell/declaration.ts';
import { equationsOf } from './equation.ts';
import { alignedLatex } from './linear.ts';

const BLOCK = /<!-- equations: (\w+) (\{.*\}) -->\n```math\n[\s\S]*?\n```/g;
const MORE = /(<!-- more cells -->\n)[\s\S]*?(<!-- end of more cells -->)/;

/**
 * docs/model.md brought up to date: every block of equations as the declaration has it, and between the marks of “more
 * cells” a section for each declaration that the text has no block for. Throws where the text names an unknown cell.
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
  return blocks.replace(MORE, (_, start: string, end: string) => `${start}\n${sections.join('\n')}\n${end}`);
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
  if (info.kind === 'flag') return `* **${info.label}**: on or off, at first ${info.default ? 'on' : 'off'}.`;
  const values = Object.entries(info.choices).map(([id, words]) =>
    id === info.default ? `${words} (at first)` : words,
  );
  return `* **${info.label}**: ${values.join('; ')}.`;
}
