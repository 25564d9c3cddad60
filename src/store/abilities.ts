/** What an instance can do beyond stepping, in one file of the built frame. */
export { createTakeGradient } from './gradient/gradient.ts';
export { inputActions } from './inputActions.ts';
