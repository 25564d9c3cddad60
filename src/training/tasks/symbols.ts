import type { Example } from '../task.ts';

/** Symbols by name, and the place of each: of its input in a one-hot row, or its class. */
export type Places = ReadonlyMap<string, number>;

export function placesOf(names: readonly string[]): Places {
  return new Map(names.map((name, k) => [name, k]));
}

/** The place of a symbol. Throws for one that is not there. */
export function placeOf(places: Places, name: string): number {
  const place = places.get(name);
  if (place === undefined) throw new Error(`There is no symbol “${name}”; there are ${[...places.keys()].join(' ')}`);
  return place;
}

/** The symbols as T rows with a single 1. */
export function oneHot(places: Places, tokens: readonly string[]): Float64Array {
  const D = places.size;
  const x = new Float64Array(tokens.length * D);
  for (const [t, token] of tokens.entries()) x[t * D + placeOf(places, token)] = 1;
  return x;
}

/** Reads every symbol but the last; asked each time for the one that follows. All but x, which symbols have alike. */
export function nextSymbols(
  inputs: Places,
  outputs: Places,
  symbols: readonly string[],
): Pick<Example, 'x' | 'tokens' | 'targets'> {
  const tokens = symbols.slice(0, -1);
  return { x: oneHot(inputs, tokens), tokens, targets: symbols.slice(1).map((symbol) => placeOf(outputs, symbol)) };
}

/** One of these, each as likely. */
export function oneOf<T>(random: { whole(n: number): number }, choices: readonly T[]): T {
  return choices[random.whole(choices.length)];
}

/** A truth as a track records it. */
export const flag = (truth: boolean): number => (truth ? 1 : 0);
