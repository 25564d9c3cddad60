import type { DatePart } from './choices.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME = '(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]m)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?';

const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2})${TIME})?$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}$`, 'i');
const DAY_MONTH = new RegExp(`^(?:(\\d{1,2})[-. /]+)?${MONTH}[-. /,']+(\\d{4}|\\d{2})${TIME}$`, 'i');
const MONTH_DAY = new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})${TIME}$`, 'i');
const YEAR_MONTH = new RegExp(`^(\\d{4})[- ]${MONTH}$`, 'i');
const OTHERS = [
  /^\d{4}[- ]?Q[1-4]$/i,
  /^Q[1-4][- ]?\d{4}$/i,
  /^\d{4}-?W\d{2}(-?\d)?$/i,
  /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?$/i,
];

/** Year, month and day of a date; a part that it does not give is null. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** True if a cell is a date or a time of day. */
export function isDate(cell: string): boolean {
  return OTHERS.some((pattern) => pattern.test(cell)) || dayIn(cell, true) !== null || dayIn(cell, false) !== null;
}

/** The day that a cell names; `dayFirst` decides between 3/4 as 3 April and as March 4. */
function dayIn(cell: string, dayFirst: boolean): Day | null {
  const first = YEAR_FIRST.exec(cell);
  if (first) return day(first[1], first[2], first[3]);
  const last = YEAR_LAST.exec(cell);
  if (last) return dayFirst ? day(last[3], last[2], last[1]) : day(last[3], last[1], last[2]);
  const spelt = DAY_MONTH.exec(cell);
  if (spelt) return day(spelt[3], monthOf(spelt[2]), spelt[1]);
  const english = MONTH_DAY.exec(cell);
  if (english) return day(english[3], monthOf(english[1]), english[2]);
  const short = YEAR_MONTH.exec(cell);
  return short && day(short[1], monthOf(short[2]), undefined);
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function day(year: string, month: string | number, of: string | undefined): Day | null {
  const found = { year: Number(year), month: Number(month), day: of === undefined ? null : Number(of) };
  const fits = found.month >= 1 && found.month <= 12 && (found.day === null || (found.day >= 1 && found.day <= 31));
  return fits ? found : null;
}

/** Monday is 1, Sunday 7 (Zeller’s congruence). */
function weekdayOf({ year, month, day: of }: Day): number {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const century = Math.floor(y / 100);
  const within = y % 100;
  const zeller =
    ((of ?? 1) +
      Math.floor((13 * (m + 1)) / 5) +
      within +
      Math.floor(within / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7;
  return ((zeller + 5) % 7) + 1;
}

/** The numbers that a column of dates gives, by part; those that it does not give, or leaves open, are left out. */
export function datePartsOf(cells: readonly string[]): ReadonlyMap<DatePart, readonly number[]> {
  const orders = [true, false].map((dayFirst) => cells.map((cell) => dayIn(cell, dayFirst)));
  const whole = orders.filter((days): days is Day[] => days.every((one) => one !== null));
  const parts = new Map<DatePart, readonly number[]>();
  const [days, others] = whole;
  if (!days) return parts;
  const open = others?.some((one, k) => one.month !== days[k].month) ?? false;
  if (open) return parts;
  parts.set(
    'month',
    days.map(({ month }) => month),
  );
  if (days.every((one) => one.day !== null)) {
    parts.set(
      'day',
      days.map((one) => one.day ?? 0),
    );
    if (days.every(({ year }) => year > 99)) parts.set('weekday', days.map(weekdayOf));
  }
  return parts;
}

/** True if whole numbers are ascending dates written without separators: 20200131. NaN is a missing one. */
export function areCompactDates(values: readonly number[]): boolean {
  let before = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < Math.max(before, 18_000_101) || value > 22_001_231 || !Number.isInteger(value)) return false;
    const [month, of] = [Math.floor(value / 100) % 100, value % 100];
    if (month < 1 || month > 12 || of < 1 || of > 31) return false;
    before = value;
  }
  return before > 0;
}
