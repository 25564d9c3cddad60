/**
 * Fetches what it takes to draw any cell and what a switch has changed, where it is not at hand. The build of the frame
 * replaces this module (`scripts/onDemand.ts`), because the pictures that pages begin with need none of it.
 */
export async function fetchFigures(): Promise<void> {}
