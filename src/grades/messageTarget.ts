/**
 * The target of a message to a window of this origin. An opaque origin, as of a file or in a sandbox, cannot be named: the
 * message then goes to whoever is in the window, and must contain nothing that only one reader may know.
 */
export const messageTarget = (origin: string): string => (origin === 'null' ? '*' : origin);
