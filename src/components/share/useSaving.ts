import { useState } from 'react';
import { faultOf } from '../faultOf.ts';
import { saveFile } from './saveFile.ts';

/** A file to be saved: its name, how it is made, its type, and a sentence for the reader. */
export interface Saved {
  readonly name: string;
  readonly make: () => Promise<Blob | string> | string;
  readonly type?: string;
  readonly note?: string;
}

/** Thrown by what makes a file when its reader no longer wants it. */
export class Cancelled extends Error {}

/** Saves files. `said` is a sentence on the last one: the browser has it, or the reason why it could not be made. */
export function useSaving() {
  const [said, say] = useState('');
  const save = async ({ name, make, type, note }: Saved): Promise<void> => {
    try {
      saveFile(name, await make(), type);
      say([`The browser is saving ${name}.`, note].filter(Boolean).join(' '));
    } catch (error) {
      say(error instanceof Cancelled ? 'Cancelled.' : `${name} could not be created. ${faultOf(error)}`);
    }
  };
  return { said, say, save };
}
