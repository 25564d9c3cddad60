/**
 * How many cases a large property is tried on: every one in `npm run properties`, a quarter of them in `npm test`. The
 * cases are drawn anew each time, so that what one run leaves out another one tries.
 */
export const cases = (all: number): number => (process.env.PROPERTIES === 'all' ? all : Math.ceil(all / 4));
