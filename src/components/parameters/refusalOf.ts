/** Does something that may throw a sentence; returns the sentence, or null when it was done. */
export function refusalOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : String(error);
  }
}
