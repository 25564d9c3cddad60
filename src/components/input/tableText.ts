import type { Sequence } from '../../io/sequence.ts';

/** A sequence of numbers as a table with tabs, which is read as the same sequence; its labels are a first column. */
export function tableText({
  columns,
  rows,
  labels,
}: Pick<Sequence & { readonly kind: 'numbers' }, 'columns' | 'rows' | 'labels'>): string {
  // a name of its own, so that reading the text again has nothing to ask
  const named = labels ? [columns.includes('label') ? '' : 'label'] : [];
  const cells = [[...named, ...columns], ...rows.map((row, t) => [...(labels ? [labels[t]] : []), ...row])];
  return cells.map((row) => row.join('\t')).join('\n');
}
