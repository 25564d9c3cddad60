import type { Inputs } from '../../src/io/moment.ts';

/** The inputs of a preset as JSON (`WrittenInputs`), with every number to its last bit. */
export function writtenText({ cell, options, H, weights, sequence }: Inputs): string {
  const { initialisation } = weights;
  const given =
    weights.kind === 'given' ? { values: weights.values, head: weights.head, learned: weights.learned } : {};
  return JSON.stringify({ cell, options, H, ...given, initialisation, sequence }, (_, value: unknown) =>
    value instanceof Float64Array ? [...value] : value,
  );
}
