import { type Refused, refused } from './reading.ts';

const BINARY = 'This is a binary file, not text. Save it as CSV, TSV or JSON and drop that.';

/** The text of a file (UTF-8, or UTF-16 with its mark), or a sentence where it is larger than `limit` bytes or no text. */
export function textOf(
  data: Uint8Array | string,
  limit: number,
): { readonly ok: true; readonly text: string } | Refused {
  const size = data.length;
  if (size > limit)
    return refused(
      `This is ${(size / 2 ** 20).toFixed(1)} MB; the limit is ${Math.round(limit / 2 ** 20)} MB. Drop a smaller part of it.`,
    );
  if (typeof data === 'string') return data.includes('\0') ? refused(BINARY) : { ok: true, text: withoutMark(data) };
  const wide =
    data[0] === 0xff && data[1] === 0xfe ? 'utf-16le' : data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : null;
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(data);
    return text.includes('\0') ? refused(BINARY) : { ok: true, text: withoutMark(text) };
  } catch {
    return refused(BINARY);
  }
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
