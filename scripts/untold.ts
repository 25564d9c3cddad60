import { parseAst } from 'vite';

/** The properties that tell of a cell and its parts in words, which its picture does not show. */
const TOLD: ReadonlySet<unknown> = new Set(['hint', 'question', 'sentence', 'reference', 'summary', 'remarks']);

/** A node of a syntax tree. */
interface Syntax {
  readonly start: number;
  readonly end: number;
  readonly [name: string]: unknown;
}

/** The source of a cell without what is told of it: no object has these properties. */
export function untold(source: string): string {
  let left = '';
  let at = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Syntax;
    const properties = node.type === 'ObjectExpression' ? (node.properties as readonly Syntax[]) : [];
    for (const [k, property] of properties.entries())
      if (TOLD.has((property.key as Syntax | undefined)?.name)) {
        left += source.slice(at, property.start);
        at = properties[k + 1]?.start ?? node.end - 1;
      } else visit(property);
    if (properties.length === 0) for (const part of Object.values(node)) visit(part);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return left + source.slice(at);
}
