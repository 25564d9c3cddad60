import type { Cell } from '../../cell/cell.ts';

/** Says what the diagram outlines with dashes while a reader asks about a signal: all that this one is computed from. */
export function DashedHint({ cell, asked }: { readonly cell: Cell; readonly asked: string | null }) {
  const signal = cell.signals.find(({ id }) => id === asked);
  return signal ? <span className="hint lit-key">Dashed: what the {signal.info.label} reads.</span> : null;
}
