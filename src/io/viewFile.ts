import * as v from 'valibot';
import { fileFields, fileText } from './files.ts';
import { entriesOf, type PresetInputs } from './link.ts';
import { VERSION } from './migrations.ts';
import type { Moment } from './moment.ts';
import { type Home, type Opened, openedEntries } from './opening.ts';
import type { Refused } from './reading.ts';

/** The keys of a link (docs/url.md) as JSON, nothing compressed and without the limit of a link. */
export const keysOf = (moment: Moment, presets: PresetInputs): Readonly<Record<string, string>> =>
  Object.fromEntries([['v', String(VERSION)], ...entriesOf(moment, presets)]);

/** The keys of a link as they stand in a file. */
export const keysSchema = v.record(v.string(), v.string());

/** The whole view as JSON. */
export function viewFile(moment: Moment, presets: PresetInputs): string {
  return fileText('view', { keys: keysOf(moment, presets) });
}

/** The moment of a view file. */
export function readViewFile(data: Uint8Array | string, home: Home): ({ readonly ok: true } & Opened) | Refused {
  const read = fileFields(data, 'view', v.object({ keys: keysSchema }));
  return read.ok ? { ok: true, ...openedEntries(new Map(Object.entries(read.fields.keys)), home) } : read;
}
