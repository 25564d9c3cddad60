import * as v from 'valibot';
import { fileFields, fileText } from './files.ts';
import { entriesOf } from './link.ts';
import { VERSION } from './migrations.ts';
import type { Moment } from './moment.ts';
import { type Home, type OpenedFile, openedEntries } from './opening.ts';
import type { Refused } from './reading.ts';

/** The keys of a link (docs/url.md) as JSON, nothing compressed and without the limit of a link. */
export const keysOf = (moment: Moment): Readonly<Record<string, string>> =>
  Object.fromEntries([['v', String(VERSION)], ...entriesOf(moment)]);

/** The keys of a link as they are written in a file. */
export const keysSchema = v.record(v.string(), v.string());

/** The whole view as JSON. */
export function viewFile(moment: Moment): string {
  return fileText('view', { keys: keysOf(moment) });
}

/** The keys in a file, or what is wrong with it. */
export type FileKeys = { readonly ok: true; readonly keys: Readonly<Record<string, string>> } | Refused;

/** The keys of a view file, or what is wrong with it. */
export function viewKeys(data: Uint8Array | string): FileKeys {
  const read = fileFields(data, 'view', v.object({ keys: keysSchema }));
  return read.ok ? { ok: true, keys: read.fields.keys } : read;
}

/** The moment of a view file, or what is wrong with it. */
export async function readViewFile(data: Uint8Array | string, home: Home): Promise<OpenedFile> {
  const read = viewKeys(data);
  if (!read.ok) return read;
  return { ok: true, ...(await openedEntries(new Map(Object.entries(read.keys)), home)) };
}
