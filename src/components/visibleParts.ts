import { parts as everyPart, type Part, type View } from '../store/state.ts';

/** All parts but these, in the order in which they are shown. */
export const partsBeside = (some: readonly Part[]): readonly Part[] => everyPart.filter((part) => !some.includes(part));

/** The parts shown: all that are not hidden, and the stages wherever they ask for guesses. */
export const shownParts = ({ hidden, guess }: Pick<View, 'hidden' | 'guess'>): readonly Part[] =>
  partsBeside(guess ? hidden.filter((part) => part !== 'stages') : hidden);

/** The default parts of a frame, which has little room. */
export const fewParts: readonly Part[] = ['diagram', 'transport'];
