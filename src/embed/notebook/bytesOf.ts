import { MAX_FILE_BYTES } from '../../io/limits.ts';
import { Refusal } from '../../text/refusal.ts';

/**
 * The bytes of a trait: notebooks hand them over as a DataView (Jupyter), a typed array or its buffer (VS Code, marimo), or
 * in base64 (pages made from a notebook). Throws a sentence for anything else, and where there are too many.
 */
export function bytesOf(value: unknown): Uint8Array {
  const bytes = typeof value === 'string' ? fromBase64(value) : viewOf(value);
  if (!bytes) throw new Refusal('The trait “arrays” has no bytes.');
  if (bytes.length > MAX_FILE_BYTES)
    throw new Refusal(`The arrays have ${bytes.length} bytes; ${MAX_FILE_BYTES} is the most.`);
  return bytes;
}

function viewOf(value: unknown): Uint8Array | null {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null;
}

function fromBase64(text: string): Uint8Array | null {
  if (text.length > 2 * MAX_FILE_BYTES) throw new Refusal(`The arrays have more than ${MAX_FILE_BYTES} bytes.`);
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
