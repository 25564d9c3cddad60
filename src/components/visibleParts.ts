import { parts as everyPart, type Part } from '../store/state.ts';

/** All parts but these, in the order in which they are shown. */
export const partsBeside = (some: readonly Part[]): readonly Part[] => everyPart.filter((part) => !some.includes(part));

/** The default parts of a frame, which has little room. */
export const fewParts: readonly Part[] = ['diagram', 'transport'];
