import { type FileContent, fileContent } from './fileContent.ts';
import { type Home, type Opened, openedEntries } from './opening.ts';
import type { FileChoices } from './table/choices.ts';

/** The result of a dropped file: a whole moment, or its content. */
export type DroppedFile = ({ readonly kind: 'moment' } & Opened) | Exclude<FileContent, { readonly kind: 'keys' }>;

/** Opens a view in the content of a file as a moment; other content is returned unchanged. */
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
