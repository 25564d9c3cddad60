/** The units (from 0) that a list such as “1–4, 9” names, or null for all; parts that name no unit are left out. */
export function unitsOf(text: string, size: number): readonly number[] | null {
  const chosen = new Set<number>();
  for (const part of text.slice(0, 400).split(/[,;\s]+/)) {
    const [, first, last] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part) ?? [];
    if (first === undefined) continue;
    const [low, high] = [Number(first), Number(last ?? first)].sort((a, b) => a - b);
    for (let unit = Math.max(1, low); unit <= Math.min(size, high); unit++) chosen.add(unit - 1);
  }
  return chosen.size > 0 ? [...chosen] : null;
}
