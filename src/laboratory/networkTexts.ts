import { rememberFirst } from '../training/tasks/rememberFirst.ts';
import { pointAt } from './measured.ts';
import { type LabNetwork, untrained } from './networks.ts';
import { labCells, shipped } from './recipe.ts';
import { networkFrom } from './weightsText.ts';

/** The weights of one gap, as `weightsText` writes them, by cell and opening: “lstm 4”. */
export type NetworkTexts = Readonly<Record<string, string>>;

/** The networks in the weights of a gap, by cell. Throws where a length does not fit. */
export function networksIn(texts: NetworkTexts, gap: number, opening: number): Readonly<Record<string, LabNetwork>> {
  return Object.fromEntries(
    labCells.map((cell) => {
      const text = texts[`${cell} ${pointAt(cell, opening, gap)?.opening}`];
      const { program } = untrained(cell, { ...shipped, opening }, rememberFirst, 1);
      return [cell, networkFrom(text, program, rememberFirst.outputs.length)];
    }),
  );
}
