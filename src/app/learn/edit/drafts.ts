import * as v from 'valibot';
import { matching } from '../../../text/matching.ts';
import { slugOf } from '../../../text/slug.ts';
import { keptText } from '../../keptText.ts';

/** A lesson that is being written. */
export interface Draft {
  readonly id: string;
  readonly markdown: string;
}

const schema = v.array(v.object({ id: v.pipe(v.string(), v.regex(/^[a-z\d]{1,16}$/)), markdown: v.string() }));

/** The drafts in the browser's storage. */
export const draftStorage = keptText('gatescope-lessons', (text): readonly Draft[] | null => {
  try {
    return matching(schema, JSON.parse(text));
  } catch {
    return null;
  }
});

/** The drafts kept in this browser, the one that was changed last first. */
export const keptDrafts = (): readonly Draft[] => draftStorage.read() ?? [];

/** Keeps a draft in this browser; false where the browser has no room or allows no page to keep anything. */
export function keepDraft(draft: Draft): boolean {
  return kept([draft, ...keptDrafts().filter(({ id }) => id !== draft.id)]);
}

/** Removes a draft from this browser. */
export function forgetDraft(draft: string): boolean {
  return kept(keptDrafts().filter(({ id }) => id !== draft));
}

const kept = (drafts: readonly Draft[]): boolean =>
  draftStorage.write(drafts.length > 0 ? JSON.stringify(drafts) : null);

/** An id for a new draft. */
export const freshId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((n) => (n % 36).toString(36)).join('');

/** The title of a lesson as its Markdown says it. */
export const titleOf = (markdown: string): string => /^# +(.+?)\s*$/m.exec(markdown)?.[1] ?? 'A lesson';

/** The name of a file in which a lesson is saved, from its title: in letters that an address of a lesson may have. */
export function fileNameOf(markdown: string, ending: '.md' | '-scorm.zip'): string {
  const words = slugOf(titleOf(markdown)).match(/[a-z\d]+/g) ?? ['lesson'];
  return `${words.join('-').slice(0, 60)}${ending}`;
}
