import { cellKeys } from './urlCell.ts';
import type { Key } from './urlKey.ts';
import { sequenceKeys } from './urlSequence.ts';
import { viewKeys } from './urlView.ts';
import { weightKeys } from './urlWeights.ts';

/** Every key of a link, in the order in which they are written. The codec and docs/url.md come from it. */
const urlTable = { ...cellKeys, ...sequenceKeys, ...weightKeys, ...viewKeys };

/** The name of a key of a link. */
export type KeyName = keyof typeof urlTable;
type ValueOf<K> = K extends Key<infer T> ? T : never;
/** The value of every key. */
export type UrlValues = { readonly [K in KeyName]: ValueOf<(typeof urlTable)[K]> };

/** Every key of a link, in the order in which links are written. */
export const keyNames = Object.keys(urlTable) as readonly KeyName[];
/** The keys of the table without their separate value types, for loops over all of them. */
export const keyOf = (name: KeyName): Key<unknown> => urlTable[name] as unknown as Key<unknown>;
