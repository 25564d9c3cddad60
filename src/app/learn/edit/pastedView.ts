import { MAX_LINK } from '../../../io/limits.ts';
import { unpacked } from '../../../io/packing.ts';
import { type Entries, entriesIn } from '../../../io/query.ts';

/** True if a text is an address of a view in Explore. */
export const isViewLink = (text: string): boolean =>
  text.length <= 2 * MAX_LINK && /^\S+#(?:\S*&)?v=\d+(?:&\S*)?$/.test(text.trim());

/** The keys and values of the link of a view; null where its compressed part is broken. */
export async function viewOfLink(link: string): Promise<Entries | null> {
  const entries = new Map(entriesIn(link.slice(link.indexOf('#'))));
  // a lesson asks by lines and fences of its own
  entries.delete('guess');
  const z = entries.get('z');
  if (z === undefined) return entries;
  entries.delete('z');
  const inner = await unpacked(z);
  return inner === null ? null : new Map([...entries, ...entriesIn(inner)]);
}
