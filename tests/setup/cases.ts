/**
 * Number of cases for a large property test: all in `npm run properties`, a quarter in `npm test`. Each run draws new
 * cases, so that over time all kinds are tried.
 */
export const cases = (all: number): number => (process.env.PROPERTIES === 'all' ? all : Math.ceil(all / 4));
