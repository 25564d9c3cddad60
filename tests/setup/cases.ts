/** True in `npm run properties`, which tries everything. */
export const many = process.env.PROPERTIES === 'many';

/** Number of cases for a large property test, drawn anew in each run: ten times as many in `npm run properties`. */
export const cases = (usual: number): number => (many ? 10 * usual : usual);

/** The first of these for a test that takes long for each; all of them in `npm run properties`. */
export const first = <T>(all: readonly T[]): readonly T[] => (many ? all : all.slice(0, 1));

/** Every third of these for a slow test, beginning with the first; all of them in `npm run properties`. */
export const sample = <T>(all: readonly T[]): readonly T[] => (many ? all : all.filter((_, k) => k % 3 === 0));
