/**
 * Places from 0 to 1 as close as can be to the wanted ones, in their order, and at least `apart` from each other. Where
 * not all fit they reach beyond 1.
 */
export function spreadApart(wanted: readonly number[], apart: number): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a] - wanted[b]);
  const groups: { members: number[]; sum: number }[] = [];
  const startOf = ({ members, sum }: { members: number[]; sum: number }): number =>
    Math.max(0, Math.min(1 - apart * (members.length - 1), sum / members.length - (apart * (members.length - 1)) / 2));
  for (const k of order) {
    groups.push({ members: [k], sum: wanted[k] });
    while (groups.length > 1) {
      const [before, last] = groups.slice(-2);
      if (startOf(last) >= startOf(before) + apart * before.members.length) break;
      groups.splice(-2, 2, { members: [...before.members, ...last.members], sum: before.sum + last.sum });
    }
  }
  const places = Array.from<number>({ length: wanted.length });
  for (const group of groups) for (const [n, k] of group.members.entries()) places[k] = startOf(group) + n * apart;
  return places;
}
