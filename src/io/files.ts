import * as v from 'valibot';
import { textOf } from './bytes.ts';
import { isTooDeep } from './jsonTable.ts';
import { MAX_FILE_BYTES, MAX_TABLE_BYTES } from './limits.ts';
import { looksLikeTable } from './numbers.ts';
import { quoted, type Refused, refused } from './reading.ts';

/** The kind of a dropped file or a pasted text. `json` is JSON of another shape, to be tried as numbers or weights. */
export type FileKind = Format | 'model' | 'json' | 'numbers' | 'text' | 'binary';

const FORMATS = { parameters: 'gatescope/parameters', tape: 'gatescope/tape', view: 'gatescope/view' } as const;
type Format = keyof typeof FORMATS;

const envelope = v.object({ format: v.picklist(Object.values(FORMATS)), version: v.number() });

/** The format of a model file (training/modelFile.ts). */
const MODEL = 'gatescope-model';

/** Detects the kind of a file from its bytes or text alone; large content is not parsed. */
export function detect(data: Uint8Array | string): FileKind {
  const read = textOf(data, MAX_FILE_BYTES);
  if (!read.ok) return 'binary';
  const text = read.text.trimStart();
  if (/^[[{]/.test(text)) return kindOfFormat(formatIn(text)) ?? 'json';
  return looksLikeTable(text) ? 'numbers' : 'text';
}

/** The format that a file of ours names: at its beginning, or anywhere in one that is quickly parsed. */
function formatIn(text: string): unknown {
  const named = /^\{\s*"format"\s*:\s*"([\w/-]{1,40})"/.exec(text)?.[1];
  if (named !== undefined || text.length > MAX_TABLE_BYTES || isTooDeep(text)) return named;
  const json = parsed(text);
  return typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
}

function kindOfFormat(format: unknown): Format | 'model' | null {
  if (format === MODEL) return 'model';
  return (Object.keys(FORMATS) as Format[]).find((kind) => FORMATS[kind] === format) ?? null;
}

/** A file of ours as text: its format, its version and its fields. */
export function fileText(kind: Format, fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ format: FORMATS[kind], version: 1, ...fields })}\n`;
}

/** The fields of a file of this kind, checked, or a sentence on what the file is instead. */
export function fileFields<T>(
  data: Uint8Array | string,
  kind: Format,
  schema: v.GenericSchema<unknown, T>,
): { readonly ok: true; readonly fields: T } | Refused {
  const read = textOf(data, MAX_FILE_BYTES);
  if (!read.ok) return read;
  const json = isTooDeep(read.text) ? undefined : parsed(read.text);
  if (json === undefined) return refused('This file is not JSON, or it is cut off. Save it again.');
  if (!v.is(envelope, json))
    return refused(
      `This JSON is not a Gatescope file: its format is not ${quoted(FORMATS[kind])}. Open a file that was saved here.`,
    );
  if (json.format !== FORMATS[kind])
    return refused(`This is a ${quoted(json.format)} file; a ${quoted(FORMATS[kind])} file is needed here.`);
  if (json.version !== 1)
    return refused(
      `This file has version ${json.version}; this page knows only version 1. Open it with a newer version of the page.`,
    );
  const result = v.safeParse(schema, json);
  if (result.success) return { ok: true, fields: result.output };
  const path = v.getDotPath(result.issues[0]);
  return refused(`This file contains something unexpected${path ? ` at ${quoted(path)}` : ''}. Export it again.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
