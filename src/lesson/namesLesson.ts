/** True if the hash of an address names a place in a lesson, or is empty, which opens the story. */
export const namesLesson = (hash: string): boolean =>
  hash.length <= 1 || /^#?(?:[^&]*&)*(?:learn|lesson|markdown)=/.test(hash);

/** True if the hash of an address names a place in a lesson. */
export const namesChapter = (hash: string): boolean => hash.length > 1 && namesLesson(hash);
