import type { Cell } from './cell.ts';

/**
 * The signals that are −∞ until something is written: the logarithms of a sign, and the sums and differences that they
 * enter. They are exponents; e to the power of them is 0.
 */
export function exponentsOf({ signals }: Pick<Cell, 'signals'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, op, args } of signals)
    if (
      op === 'logSign' ||
      ((op === 'add' || op === 'sub') && args.some((ref) => ref.kind === 'signal' && found.has(ref.id)))
    )
      found.add(id);
  return found;
}
