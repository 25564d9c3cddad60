import { KNOWN_WEIGHTS } from './knownWeights.ts';
import { type Refused, refused } from './reading.ts';

/** A text, and what was decided to read it. */
export interface DecodedText {
  readonly ok: true;
  readonly text: string;
  readonly notes: readonly string[];
}

const ZIP = 'a zip archive, or a spreadsheet, document or PyTorch checkpoint packed as one';
const ARRAY = 'a NumPy array (.npy)';
const HDF5 = 'an HDF5 file, as Keras writes it';
const PICKLE = 'a Python pickle, as PyTorch may write it';
const ONNX = 'an ONNX model';
/** The formats in which other programs save models. */
const OF_MODELS: readonly (string | null)[] = [PICKLE, ONNX, HDF5, ZIP];

/** The first bytes of files that are not text, with the names of their formats. */
const KINDS: readonly (readonly [start: string | readonly number[], name: string])[] = [
  ['PK\x03\x04', ZIP],
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a PNG picture'],
  ['GIF8', 'a GIF picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x1f, 0x8b], 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['BZh', 'a bzip2 archive'],
  ['\x93NUMPY', ARRAY],
  ['\x89HDF', HDF5],
  ['PAR1', 'a Parquet table'],
  ['SQLite format 3', 'an SQLite database'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word document'],
  ['RIFF', 'a sound or a film'],
  ['ID3', 'a sound'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
  [[0x80, 0x02], PICKLE],
  [[0x80, 0x03], PICKLE],
  [[0x80, 0x04], PICKLE],
  [[0x80, 0x05], PICKLE],
];

const NUMPY =
  'For a sequence, save one array as text, a row a timestep: np.savetxt("x.csv", x, delimiter=","). Then drop that.';

const ADVICE = 'Save the data as CSV, TSV or JSON and drop that.';

/** The characters of Windows-1252 from 80 to 9F. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Control characters but those of white space: no text has them. */
const NO_TEXT = /(?![\t\n\r\f\v])\p{Cc}/u;

/**
 * The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252, which is noted. A sentence where it is larger
 * than `limit` bytes, or no text.
 */
export function textOf(data: Uint8Array | string, limit: number): DecodedText | Refused {
  const size = data.length;
  if (size > limit)
    return refused(
      `This is ${(size / 2 ** 20).toFixed(1)} MB; the limit is ${Math.round(limit / 2 ** 20)} MB. Drop a smaller part of it.`,
    );
  if (typeof data === 'string')
    return data.includes('\0') ? refused(binary(Uint8Array.from(data, byte))) : decoded(data);
  const wide =
    data[0] === 0xff && data[1] === 0xfe ? 'utf-16le' : data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : null;
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(data);
    return text.includes('\0') ? refused(binary(data)) : decoded(text);
  } catch {
    if (wide) return refused(binary(data));
    // what only Windows-1252 has at 80–9F, some versions of Node leave as control characters
    const text = new TextDecoder('windows-1252').decode(data).replace(/[\x80-\x9f]/g, (one) => UPPER[byte(one) - 0x80]);
    if (NO_TEXT.test(text) || (data[0] >= 0x80 && kindOf(data) !== null)) return refused(binary(data));
    return decoded(text, ['The file is not UTF-8; it was read as Windows-1252.']);
  }
}

const byte = (letter: string): number => letter.charCodeAt(0) & 0xff;

function decoded(text: string, notes: readonly string[] = []): DecodedText {
  return { ok: true, text: text.startsWith('\uFEFF') ? text.slice(1) : text, notes };
}

/** The kind of a file that is no text, by its first bytes; null where it is not known. */
function kindOf(data: Uint8Array): string | null {
  const found = KINDS.find(([start]) =>
    (typeof start === 'string' ? Array.from(start, byte) : start).every((one, k) => data[k] === one),
  );
  if (found) return found[1];
  // a protocol buffer whose first field is a small version number, with the name of a producer after it
  return data[0] === 0x08 && data[1] < 0x20 && data[2] === 0x12 ? ONNX : null;
}

/** True for an archive whose first file is an array of NumPy. */
const isNpz = (data: Uint8Array): boolean =>
  kindOf(data) === ZIP && String.fromCharCode(...data.slice(0, 300)).includes('.npy');

function binary(data: Uint8Array): string {
  const kind = kindOf(data);
  if (isNpz(data)) return `This is an archive of NumPy arrays (.npz). ${NUMPY} ${KNOWN_WEIGHTS}`;
  if (kind === ARRAY) return `This is ${ARRAY}. ${NUMPY}`;
  const models = OF_MODELS.includes(kind) ? ` ${KNOWN_WEIGHTS}` : '';
  return `This is ${kind ?? 'a binary file, not text'}. ${ADVICE}${models}`;
}
