import { Refusal } from '../text/refusal.ts';

/** A worker; refused where the browser allows none, as in a frame that is sandboxed from its origin. */
export function startWorker<W>(create: () => W): W {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error;
    throw new Refusal('This frame may not compute in the background. Open the page in its own tab.');
  }
}
