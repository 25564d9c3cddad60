/**
 * Something that a person gave cannot be used. The message is for that person: a full sentence on what is wrong, and
 * where it helps one on what to do. Any other error is a fault of the program.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The sentence of a refusal. Any other error is thrown again. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}

/** Does something that may be refused; returns the sentence, or null when it was done. Other errors pass. */
export function refusalOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}
