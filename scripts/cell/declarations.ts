import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CellDeclaration } from '../../src/cell/declaration.ts';

/** Cells exported by a file. Rejects if the file cannot be loaded. */
export async function declarationsIn(file: string): Promise<readonly CellDeclaration[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(resolve(file)).href);
  return Object.values(exported).filter(isDeclaration);
}

function isDeclaration(value: unknown): value is CellDeclaration {
  return (
    typeof value === 'object' && value !== null && ['id', 'math', 'signals', 'stages'].every((key) => key in value)
  );
}
