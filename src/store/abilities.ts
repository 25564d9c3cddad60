/** The abilities of an instance beyond stepping, in one file of the built frame. */
export { createTakeGradient } from './gradient/gradient.ts';
export { inputActions } from './inputActions.ts';
