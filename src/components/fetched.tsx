import { type ComponentType, lazy } from 'react';
import { fetchCells } from '../cells/index.ts';

/** The time after which code that did not arrive may be asked for again, in ms. */
const AGAIN = 500;

/**
 * A component whose code is fetched when it is first rendered. Code that did not arrive is asked for again when the boundary
 * around it tries again: `lazy` alone would keep the failure.
 */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const begin = (): ComponentType<P> =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        setTimeout(() => {
          Current = begin();
        }, AGAIN);
        throw error;
      }
    });
  let Current = begin();
  return (props) => <Current {...props} />;
}

/** A component with which the reader can choose any cell: it waits for those that an instance may begin without. */
export const choosing = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> =>
  fetched(async () => (await Promise.all([load(), fetchCells()]))[0]);
