import { type FileContent, fileContent } from './fileContent.ts';
import { type Home, type Opened, openedEntries } from './opening.ts';
import type { FileChoices } from './table/choices.ts';

/** What a dropped file gives: a whole moment, or what it holds. */
export type DroppedFile = ({ readonly kind: 'moment' } & Opened) | Exclude<FileContent, { readonly kind: 'keys' }>;

/** What a file holds, with a view opened as a moment. */
export async function openedContent(content: FileContent, home: Home): Promise<DroppedFile> {
  if (content.kind !== 'keys') return content;
  return { kind: 'moment', ...(await openedEntries(new Map(Object.entries(content.keys)), home)) };
}

/** Opens any file that the page can read. `features` are the names of the inputs that are read now. */
export function openFile(
  data: Uint8Array | string,
  home: Home,
  features: readonly string[],
  choices: FileChoices = {},
): Promise<DroppedFile> {
  return openedContent(fileContent(data, features, choices), home);
}
