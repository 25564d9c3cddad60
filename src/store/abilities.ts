/** The abilities of an instance beyond stepping, in one file of the built frame. */
export { editable } from './editable.ts';
export { createTakeGradient } from './gradient/gradient.ts';
export { inputActions } from './inputActions.ts';
