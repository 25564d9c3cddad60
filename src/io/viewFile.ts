import * as v from 'valibot';
import { fileFields, fileText } from './files.ts';
import { entriesOf } from './link.ts';
import { VERSION } from './migrations.ts';
import type { Moment } from './moment.ts';
import { type Home, type OpenedFile, openedEntries } from './opening.ts';

/** The keys of a link (docs/url.md) as JSON, nothing compressed and without the limit of a link. */
export const keysOf = (moment: Moment): Readonly<Record<string, string>> =>
  Object.fromEntries([['v', String(VERSION)], ...entriesOf(moment)]);

/** The keys of a link as they stand in a file. */
export const keysSchema = v.record(v.string(), v.string());

/** The whole view as JSON. */
export function viewFile(moment: Moment): string {
  return fileText('view', { keys: keysOf(moment) });
}

/** The moment of a view file, or what is wrong with it. */
export async function readViewFile(data: Uint8Array | string, home: Home): Promise<OpenedFile> {
  const read = fileFields(data, 'view', v.object({ keys: keysSchema }));
  if (!read.ok) return read;
  return { ok: true, ...(await openedEntries(new Map(Object.entries(read.fields.keys)), home)) };
}
