import type { Moment } from '../../io/moment.ts';

/** True if a figure draws the gradients of several runs in a chart: one diagram shows one run. */
export const comparesGradients = ({ inputs, view }: Pick<Moment, 'inputs' | 'view'>): boolean =>
  view.shows === 'gradients' && inputs.beside !== undefined;
