/** Fetches what comes after the first picture of a lesson. */
export const fetchLater = () => import('./later.ts');
