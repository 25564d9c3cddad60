/** Number of cases for a large property test, drawn anew in each run: ten times as many in `npm run properties`. */
export const cases = (usual: number): number => (process.env.PROPERTIES === 'many' ? 10 * usual : usual);
