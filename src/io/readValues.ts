import type { Entries } from './query.ts';
import { quoted } from './reading.ts';
import { reading } from './urlReaders.ts';
import { type KeyName, keyNames, keyOf, type UrlValues } from './urlTable.ts';

/** The values that the entries of a link or of a file give. */
export interface ReadValues {
  /** True if the entries gave a usable value. */
  has(name: KeyName): boolean;
  /** The given value, or the key's initial one. */
  value<K extends KeyName>(name: K): UrlValues[K];
}

/** Reads every key of the table; what cannot be used is left out, with a notice. */
export function readValues(entries: Entries, notices: string[]): ReadValues {
  const read: Partial<Record<KeyName, unknown>> = {};
  for (const name of keyNames) {
    const text = entries.get(name);
    if (text === undefined) continue;
    const result = reading(keyOf(name).read, text);
    if ('value' in result) read[name] = result.value;
    else notices.push(`${quoted(name)} ${result.fault}; it was left out.`);
  }
  const has = (name: KeyName): boolean => Object.hasOwn(read, name);
  const value = <K extends KeyName>(name: K): UrlValues[K] =>
    (has(name) ? read[name] : keyOf(name).initial) as UrlValues[K];
  return { has, value };
}
