/** A timestep that is shown, counted from 0, or how many are left out. */
export type TimestepOrGap =
  | { readonly kind: 'timestep'; readonly t: number }
  | { readonly kind: 'gap'; readonly count: number };

/**
 * The timesteps of an example that are worth a place, at most `room` of them: beginning and end, then those at which
 * something is asked, then what follows the beginning. What lies between is counted.
 */
export function condensed(asked: readonly boolean[], room = 24): readonly TimestepOrGap[] {
  const T = asked.length;
  const timesteps = Array.from({ length: T }, (_, t) => t);
  const edge = Math.ceil(room / 6);
  const byWorth = [
    ...timesteps.slice(0, edge),
    ...timesteps.slice(T - edge),
    ...timesteps.filter((t) => asked[t]),
    ...timesteps,
  ];
  const kept = new Set<number>();
  for (const t of byWorth) if (kept.size < room) kept.add(t);
  const places: TimestepOrGap[] = [];
  for (const t of timesteps) {
    const last = places.at(-1);
    if (kept.has(t)) places.push({ kind: 'timestep', t });
    else if (last?.kind === 'gap') places[places.length - 1] = { kind: 'gap', count: last.count + 1 };
    else places.push({ kind: 'gap', count: 1 });
  }
  return places;
}
