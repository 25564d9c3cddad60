import type { Inputs } from '../io/moment.ts';
import type { Home } from '../io/opening.ts';
import { FIRST_LETTER, HOME, TRAINED } from './ids.ts';

/** The inputs of the preset with this id, once they are fetched; undefined where there is none. */
export async function inputsOf(id: string): Promise<Inputs | undefined> {
  if (id === HOME.id) return (await import('./firstVisit.ts')).homeInputs();
  if (id.startsWith(TRAINED)) return (await import('./trained/inputs.ts')).trainedInputs(id);
  if (id.startsWith(FIRST_LETTER)) return (await import('./firstLetter.ts')).firstLetterExample(id);
  return (await import('./handSet.ts')).presetOf(id)?.inputs;
}

/** The presets with which links open, and the one that a first visit shows. */
export const home: Home = { presets: inputsOf, home: HOME.id, t: HOME.t };
