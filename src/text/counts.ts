/** A count with commas between its thousands: 10000 as 10,000. Without a locale, whose first use is slow. */
export const withCommas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A count and its noun: “1 update”, “2,000 updates”. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${withCommas(n)} ${n === 1 ? one : many}`;
}
