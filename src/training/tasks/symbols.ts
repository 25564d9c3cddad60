import type { Random } from '../random.ts';
import type { Example, Track } from '../task.ts';

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

/** Reads every symbol but the last; asked each time for the one that follows. */
export function nextSymbols(
  inputs: Places,
  outputs: Places,
  symbols: readonly string[],
): Pick<Example, 'x' | 'tokens' | 'targets'> {
  const tokens = symbols.slice(0, -1);
  return { x: oneHot(inputs, tokens), tokens, targets: symbols.slice(1).map((symbol) => placeOf(outputs, symbol)) };
}

/** One of these, each as likely. */
export function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[random.whole(choices.length)];
}

/** A truth as a track records it. */
export const flag = (truth: boolean): number => (truth ? 1 : 0);

/** A track a name, by its id: whether it is the one at each timestep. */
export function whichOf(
  names: readonly string[],
  at: readonly string[],
  idOf = (name: string) => name,
): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(names.map((name) => [idOf(name), at.map((one) => flag(one === name))]));
}

/** The id of the track of a first symbol. */
export const firstId = (symbol: string): string => `first-${symbol}`;

/** The tracks of the first symbol. */
export function firstTracks(symbols: readonly string[]): readonly Track[] {
  return symbols.map((symbol) => ({ id: firstId(symbol), label: `whether the first symbol was ${symbol}` }));
}
