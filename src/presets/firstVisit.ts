import { chosenCell } from '../io/cellChoice.ts';
import { defaultMoment } from '../io/defaults.ts';
import type { Inputs, Moment } from '../io/moment.ts';
import { HOME } from './ids.ts';
import home from './trained/home.json';
import { inputsIn, type WrittenInputs } from './written.ts';

/** Inputs of that preset, bundled with the page so that its first picture needs no further request. */
export const homeInputs = (): Inputs => inputsIn(home as WrittenInputs, HOME.id);

/** The moment at an address without a link. */
export function firstVisit(): Moment {
  const inputs = homeInputs();
  return { ...defaultMoment, inputs, cursor: { t: HOME.t, position: chosenCell(inputs).signals.length } };
}
