import { accumulate } from './accumulate.ts';
import { countLetters } from './countLetters.ts';
import { echo } from './echo.ts';
import { firstLetterPresets } from './firstLetterPresets.ts';
import { leakyRnn } from './leakyRnn.ts';
import type { Preset } from './preset.ts';
import { rememberFirst } from './rememberFirst.ts';
import { rhythm } from './rhythm.ts';
import { sentence, sineWave } from './seeded.ts';

/** Every preset whose weights were set by hand or come from a seed, in the order of the menu. */
export const presets: readonly Preset[] = [
  ...firstLetterPresets,
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
