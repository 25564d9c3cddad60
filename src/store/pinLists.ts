import { interventionText } from '../io/interventionText.ts';
import type { Pin } from './state.ts';

/** The interventions of a run, in the order in which they act. */
export type PinList = readonly Pin[];

/** The index in a list of an intervention, or else of one that is written the same; −1 without either. */
export function indexOfPin(list: PinList, pin: Pin): number {
  const at = list.indexOf(pin);
  if (at >= 0) return at;
  const text = interventionText(pin);
  return list.findIndex((one) => interventionText(one) === text);
}

/** True if both lists have the same interventions in the same order. */
export const sameList = (a: PinList, b: PinList): boolean =>
  a === b || (a.length === b.length && a.every((pin, k) => interventionText(pin) === interventionText(b[k])));

/**
 * The lists of several runs after a change: in the runs that `acts` is true of, `next` takes the place of `before` or comes
 * last; from the others `before` is removed. Without `next` it is removed from all.
 */
export function withPin(
  lists: readonly PinList[],
  before: Pin | null,
  next: Pin | null,
  acts: (run: number) => boolean,
): readonly PinList[] {
  return lists.map((list, run) => {
    const at = before ? indexOfPin(list, before) : -1;
    const added = next && acts(run) ? [next] : [];
    if (at < 0) return added.length > 0 ? [...list, ...added] : list;
    return list.toSpliced(at, 1, ...added);
  });
}
