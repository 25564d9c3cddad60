import type { Inputs } from '../io/moment.ts';
import type { Home } from '../io/opening.ts';
import { accumulate } from './accumulate.ts';
import { countLetters } from './countLetters.ts';
import { echo } from './echo.ts';
import { leakyRnn } from './leakyRnn.ts';
import type { Preset } from './preset.ts';
import { rememberFirst } from './rememberFirst.ts';
import { rhythm } from './rhythm.ts';
import { sentence, sineWave } from './seeded.ts';
import { TRAINED } from './trained/id.ts';

/** Every preset whose weights were set by hand or come from a seed, in the order of the menu. */
export const presets: readonly Preset[] = [
  rememberFirst,
  leakyRnn,
  countLetters,
  echo,
  accumulate,
  rhythm,
  sentence,
  sineWave,
];

/** The preset with this id, or undefined. */
export function presetOf(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** The inputs of the preset with this id, later where it was trained; or undefined. */
export function inputsOf(id: string): Inputs | undefined | Promise<Inputs | undefined> {
  if (id.startsWith(TRAINED)) return import('./trained/inputs.ts').then(({ trainedInputs }) => trainedInputs(id));
  return presetOf(id)?.inputs;
}

/** What links open with: these presets, and the one that a first visit shows. */
export const home: Home = { presets: inputsOf, home: countLetters.id };
