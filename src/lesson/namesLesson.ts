/** True if the part of an address after the # names a place in a lesson, or nothing: then it is the story. */
export const namesLesson = (hash: string): boolean => hash.length <= 1 || /^#?(?:[^&]*&)*learn=/.test(hash);
