import { readFileSync } from 'node:fs';
import type { LabSettings } from '../../src/laboratory/labLink.ts';
import { type LabNetwork, untrained, withRecurrentScale } from '../../src/laboratory/networks.ts';
import { type NetworkTexts, networksIn } from '../../src/laboratory/networkTexts.ts';
import { shipped } from '../../src/laboratory/recipe.ts';
import { randomOf } from '../../src/training/random.ts';
import type { Example } from '../../src/training/task.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';

/** A cell of the laboratory before training and after, as the page shows it with these settings. */
export function networksOf(
  cell: string,
  { gap, opening, scale }: LabSettings,
): { readonly before: LabNetwork; readonly after: LabNetwork } {
  const file = new URL(`../../src/laboratory/data/gap-${gap}.json`, import.meta.url);
  const texts: NetworkTexts = JSON.parse(readFileSync(file, 'utf8'));
  const fresh = untrained(cell, { ...shipped, opening }, rememberFirst, 1);
  return {
    before: withRecurrentScale(fresh, scale),
    after: withRecurrentScale(networksIn(texts, gap, opening)[cell], scale),
  };
}

/** The sequence that the page shows with these settings. */
export const exampleOf = ({ example, gap }: LabSettings): Example => rememberFirst.example(randomOf(example), gap);
