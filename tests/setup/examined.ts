import { examine } from '../../scripts/examine/examine.ts';

/** Data that `npm run examine` prints, computed in this process, which saves its start. Throws its notices. */
export async function examined<T>(...given: readonly string[]): Promise<T> {
  const { out, notices } = await examine([...given, '--json']);
  if (notices.length > 0) throw new Error(notices.join('\n'));
  return JSON.parse(out);
}
