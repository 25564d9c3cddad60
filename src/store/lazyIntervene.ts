import type { Intervene } from './intervened.ts';

/** Returns the runner of interventions, or null until it is loaded. */
export type Intervening = () => Intervene | null;

const load = async (): Promise<Intervene> => (await import('./intervened.ts')).createIntervene();

/**
 * Loads what runs with interventions when the first of them asks for it, and calls `onLoad` once it is there. Until then,
 * and where it cannot be loaded, no intervention acts.
 */
export function lazyIntervene(onLoad: () => void): Intervening {
  let intervene: Intervene | null = null;
  let asked = false;
  const ask = async (): Promise<void> => {
    try {
      intervene = await load();
    } catch {
      asked = false;
      return;
    }
    onLoad();
  };
  return () => {
    if (!asked) void ask();
    asked = true;
    return intervene;
  };
}
