/** The decimal mark and the grouping of digits; `lakh` is the grouping of 12,34,567. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  readonly group: '' | ',' | '.' | ' ' | "'" | '_' | 'lakh';
}

const GROUPS: Readonly<Record<NumberFormat['group'], string>> = {
  '': '',
  ',': ',',
  '.': '\\.',
  ' ': ' ',
  "'": "'",
  _: '_',
  lakh: ',',
};

/** Every format, the most usual first: where all readings agree the first is named. */
const formats: readonly NumberFormat[] = (['.', ','] as const).flatMap((decimal) =>
  (['', ',', '.', ' ', "'", '_', 'lakh'] as const)
    .filter((group) => group !== decimal && !(group === 'lakh' && decimal === ','))
    .map((group) => ({ decimal, group })),
);

/** A number of each format. A group of thousands does not begin with 0. */
const patterns = new Map(formats.map((format) => [format, patternOf(format)]));

function patternOf({ decimal, group }: NumberFormat): RegExp {
  const point = decimal === '.' ? '\\.' : ',';
  const separator = GROUPS[group];
  const grouped = group === 'lakh' ? '[1-9]\\d?(?:,\\d{2})*,\\d{3}' : `[1-9]\\d{0,2}(?:${separator}\\d{3})+`;
  const whole = group === '' ? '\\d+' : `(?:${grouped}|\\d+)`;
  const decimals = decimal === '.' ? `${point}\\d*` : `${point}\\d+`;
  return new RegExp(`^[+-]?(?:${whole}(?:${decimals})?|${point}\\d+)(?:e[+-]?\\d+)?$`, 'i');
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** The first of each run of ten digits in Unicode that a table is likely to hold. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
  0x1810, 0xff10,
];

/** A cell without what may surround a number: its sign of currency or percent in `mark`, its digits as 0–9. */
export function undecorated(cell: string): { readonly text: string; readonly mark: string } {
  if (PLAIN.test(cell)) return { text: cell, mark: '' };
  const plain = cell
    .replace(/[\u2212\u2013\uFE63\uFF0D](?=[\d\p{Sc}.,\u0660-\u0669])/gu, '-')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replaceAll('\u066B', '.')
    .replace(/[\u2019\u02BC\u066C]/g, "'")
    .replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g, ' ')
    .trim();
  const [, sign = '', before = '', text = '', after = ''] =
    /^([+-]?)(?:(\p{Sc}) ?)?([+-]?[\d.,][^%‰\p{Sc}]*?)(?: ?([%‰\p{Sc}]))?$/u.exec(plain) ?? [];
  if (text === '' || (sign !== '' && /^[+-]/.test(text)) || (before !== '' && after !== ''))
    return { text: plain, mark: '' };
  return { text: sign + text, mark: before || after };
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** The number of an undecorated cell in a format, or null where it is none. Infinite where it overflows. */
export function numberIn(text: string, format: NumberFormat): number | null {
  if (!patterns.get(format)?.test(text)) return null;
  const { decimal, group } = format;
  const bare = group === '' ? text : text.replaceAll(group === 'lakh' ? ',' : group, '');
  return Number(decimal === ',' ? bare.replace(',', '.') : bare);
}

/** The formats in which all of these undecorated cells are numbers. */
export function formatsOf(texts: readonly string[]): readonly NumberFormat[] {
  return formats.filter((format) => texts.every((text) => patterns.get(format)?.test(text)));
}

/** True if a cell is a number in some format. */
export function isNumeric(cell: string): boolean {
  if (!/\p{Nd}/u.test(cell)) return false;
  const { text } = undecorated(cell);
  return PLAIN.test(text) || formats.some((format) => patterns.get(format)?.test(text));
}

/** The numbers that a cell can be when its commas are part of it, each once. */
export function commaReadings(cell: string): readonly number[] {
  const { text } = undecorated(cell.trim());
  const values = formats.map((format) => numberIn(text, format)).filter((value) => value !== null);
  return [...new Set(values)];
}

/** The format of plain numbers, as computers write them. */
export const plainFormat: NumberFormat = formats[0];

/** True if a cell is a plain number, as computers write them. */
export const isPlain = (text: string): boolean => PLAIN.test(text);
