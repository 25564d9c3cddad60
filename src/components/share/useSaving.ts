import { useState } from 'react';
import { faultOf } from '../faultOf.ts';
import { saveFile } from './saveFile.ts';

/** A file to be saved: its name, how it is made, its type, and a sentence for the reader. */
export interface Saved {
  readonly name: string;
  readonly make: () => Promise<Blob | string> | string;
  readonly type?: string;
  readonly note?: string;
  /** Aborted once the reader no longer wants the file. */
  readonly signal?: AbortSignal;
}

/** Saves files. `said` is a sentence on the last one: the browser has it, or the reason why it could not be made. */
export function useSaving() {
  const [said, say] = useState('');
  const save = async ({ name, make, type, note, signal }: Saved): Promise<void> => {
    try {
      const content = await make();
      signal?.throwIfAborted();
      saveFile(name, content, type);
      say([`The browser is saving ${name}.`, note].filter(Boolean).join(' '));
    } catch (error) {
      say(signal?.aborted ? 'Cancelled.' : `${name} could not be created. ${faultOf(error)}`);
    }
  };
  return { said, say, save };
}
