import { type Refused, refused } from './reading.ts';

/** The first eight bytes of every PNG (PNG specification, 5.2). */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Bytes of a chunk beside its data: length, type and checksum. */
const AROUND = 12;

/** True if the bytes begin as those of a PNG do. */
export const isPng = (data: Uint8Array): boolean => SIGNATURE.every((byte, k) => data[k] === byte);

/**
 * The PNG with these texts as `tEXt` chunks (PNG specification, 11.3.4.3) after its header: keyword → text, both printable
 * ASCII.
 */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const header = SIGNATURE.length + AROUND + viewOf(png).getUint32(SIGNATURE.length);
  const chunks = Object.entries(texts).map(([keyword, text]) => chunkOf('tEXt', bytesOf(`${keyword}\0${text}`)));
  return joined([png.subarray(0, header), ...chunks, png.subarray(header)]);
}

/** The text of a keyword in a PNG; null where there is none, a sentence where the file is damaged or it is longer than `limit`. */
export function textIn(png: Uint8Array, keyword: string, limit: number): string | null | Refused {
  const start = bytesOf(`${keyword}\0`);
  for (const { type, data, sum } of chunksIn(png)) {
    if (type !== 'tEXt' || !start.every((byte, k) => data[k] === byte)) continue;
    if (data.length - start.length > limit)
      return refused(`The view in this PNG has ${(data.length / 2 ** 20).toFixed(1)} MB, which is too large.`);
    if (sum === null || checksumOf(bytesOf(type), data) !== sum)
      return refused('This PNG is damaged: its view does not match its checksum. Save the picture again.');
    return Array.from(data.subarray(start.length), (byte) => String.fromCharCode(byte)).join('');
  }
  return null;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** The checksum as the file has it; null where the file ends before it. */
  readonly sum: number | null;
}

/** The chunks of a PNG in order, up to its end or to where it is cut off. */
function* chunksIn(png: Uint8Array): Generator<Chunk> {
  const view = viewOf(png);
  for (let at = SIGNATURE.length; at + AROUND <= png.length; ) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    yield { type, data: png.subarray(at + 8, end), sum: end + 4 <= png.length ? view.getUint32(end) : null };
    at += AROUND + length;
  }
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const head = new Uint8Array(4);
  viewOf(head).setUint32(0, data.length);
  const sum = new Uint8Array(4);
  viewOf(sum).setUint32(0, checksumOf(bytesOf(type), data));
  return joined([head, bytesOf(type), data, sum]);
}

/** The CRC-32 of ISO 3309 over all parts, as PNG uses it (PNG specification, annex D). */
function checksumOf(...parts: readonly Uint8Array[]): number {
  let sum = 0xffffffff;
  for (const part of parts)
    for (const byte of part) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
  return (sum ^ 0xffffffff) >>> 0;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
