import type { Separator } from './choices.ts';
import { commaReadings, isNumeric } from './numberFormat.ts';

/** Lines that are looked at to find the separator. */
const LOOKED_AT = 200;

/** The separation of a text into cells: settled, or open between a few separators. */
export type Separation =
  | { readonly settled: Separator }
  | { readonly open: readonly [Separator, Separator]; readonly example: string };

/** Finds the separator of a table, looking outside of quotes. */
export function separationOf(text: string): Separation {
  const lines = linesOf(text);
  const counts = (sign: string): readonly number[] => lines.map((line) => line.split(sign).length - 1);
  const mostly = (sign: string): boolean => 2 * counts(sign).filter((n) => n > 0).length > lines.length;
  if (mostly('\t')) return { settled: 'tab' };
  if (mostly(';')) return { settled: 'semicolon' };
  if (mostly('|')) return { settled: 'pipe' };
  if (lines.some((line) => line.includes(','))) {
    const byComma = commaSeparation(lines);
    if (byComma) return byComma;
    if (mostly(',')) return { settled: 'comma' };
  }
  return spaceSeparation(lines);
}

/** The lines that are not blank, with the cells in quotes emptied. */
function linesOf(text: string): readonly string[] {
  const head = text.slice(0, 200_000);
  return head
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LOOKED_AT);
}

/** Decides what commas mean in lines of nothing but numbers; null if they can only separate cells. */
function commaSeparation(lines: readonly string[]): Separation | null {
  const [first] = lines;
  const named = !/\d/.test(first) || (/\p{L}/u.test(first) && !first.includes(','));
  const body = named && lines.length > 1 ? lines.slice(1) : lines;
  if (named && first.includes(',')) return null;
  const parts = body.map((line) => line.split(/ +/));
  if (parts.every((row) => row.length > 1 && row.length === parts[0].length && row.every((cell) => isNumeric(cell))))
    return body.some((line) => /, /.test(line)) ? null : { settled: 'space' };
  if (!body.every((line) => isNumeric(line) && !/ /.test(line))) return null;
  const commas = body.map((line) => line.split(',').length - 1);
  if (named || commas.some((n) => n !== commas[0]) || body.some((line) => line.includes('.')))
    return { settled: 'none' };
  if (body.some((line) => commaReadings(line).length === 0)) return null;
  return { open: ['none', 'comma'], example: body[0] };
}

/** Decides if spaces separate numbers or group the thousands of one. */
function spaceSeparation(lines: readonly string[]): Separation {
  const parts = lines.map((line) => line.split(/[ \t]+/));
  const [first, ...rest] = parts;
  const named = rest.length > 0 && !first.some((cell) => isNumeric(cell));
  const body = named ? rest : parts;
  const n = body[0]?.length ?? 1;
  if (n === 1 && body.every((row) => row.length === 1)) return { settled: 'none' };
  const grouped = lines.slice(named ? 1 : 0).every((line) => isNumeric(line));
  if (
    grouped &&
    (named ? first.length === 1 || body.some((row) => row.length !== n) : body.some((row) => row.length !== n))
  )
    return { settled: 'none' };
  const even = body.every((row) => row.length === n) && (!named || first.length === n || first.length === n - 1);
  const someNumeric = Array.from({ length: n }, (_, k) => k).some((k) => body.every((row) => isNumeric(row[k] ?? '')));
  const rowsOfNumbers = body.filter((row) => row.length > 1 && row.every((cell) => isNumeric(cell)));
  if (!grouped && 2 * rowsOfNumbers.length > body.length) return { settled: 'space' };
  if (!even || !someNumeric) return { settled: 'none' };
  const allThree = body.every((row) => row.every((cell) => cell.length === 3));
  if (grouped && !named && !allThree && n === 2) return { open: ['none', 'space'], example: lines[0] };
  return { settled: 'space' };
}
