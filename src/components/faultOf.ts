import { Refusal } from '../text/refusal.ts';

/**
 * The sentence for a person on something that failed: a refusal's own. Any other error is a fault of the page: it goes to
 * the console, and the sentence says no more than that.
 */
export function faultOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  reportError(error);
  return 'The page itself failed; the browser’s console has the details.';
}
