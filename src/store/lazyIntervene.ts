import type { Intervene } from './intervened.ts';
import { lazily } from './lazily.ts';

/** Returns the runner of interventions, or null until it is loaded. */
export type Intervening = () => Intervene | null;

const load = async (): Promise<Intervene> => (await import('./intervened.ts')).createIntervene();

/** Loads what runs with interventions when the first of them asks for it. Until it is there no intervention acts. */
export const lazyIntervene = (onLoad: () => void): Intervening => lazily(load, onLoad);
