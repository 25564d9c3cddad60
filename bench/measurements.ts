import { measureForward, T } from './forward.ts';
import { measureLearning } from './learning.ts';
import { measurePatchMaps } from './patchMap.ts';
import { forwardHeader, learningHeader, line, patchHeader, updateHeader } from './table.ts';
import { measureUpdates, type Peer } from './update.ts';

/** Runs all measurements that need no page and reports them line by line. */
export async function measure(
  where: string,
  report: (line: string) => void,
  peers: readonly Peer[] = [],
): Promise<void> {
  report(forwardHeader(where));
  await measureForward((row) => report(line(row, 1000 / T)));
  report(patchHeader(where));
  await measurePatchMaps((row) => report(line(row)));
  report(updateHeader(where));
  await measureUpdates((row) => report(line(row)), peers);
  report(learningHeader(where));
  await measureLearning(report);
}
