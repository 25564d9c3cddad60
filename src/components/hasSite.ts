/** False in a file that has everything inside: there are no other pages beside it to lead to. */
export const hasSite = !import.meta.env.MODE.startsWith('offline');
