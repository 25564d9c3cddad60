import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { pointAt } from './measured.ts';
import { type LabNetwork, untrained } from './networks.ts';
import { labCells, shipped } from './recipe.ts';
import { networkFrom } from './weightsText.ts';

/** Weights of one gap as they are shipped, by cell and opening. */
const files = import.meta.glob<Readonly<Record<string, string>>>('./data/gap-*.json', { import: 'default' });

/** The networks that were trained at a gap with the first seed, by cell. Rejects where the gap was not measured. */
export async function trainedAt(gap: number, opening: number): Promise<Readonly<Record<string, LabNetwork>>> {
  const texts = await files[`./data/gap-${gap}.json`]?.();
  if (!texts) throw new Error(`No networks were trained at a gap of ${gap}`);
  return Object.fromEntries(
    labCells.map((cell) => {
      const text = texts[`${cell} ${pointAt(cell, opening, gap)?.opening}`];
      const { program } = untrained(cell, { ...shipped, opening }, rememberFirst, 1);
      return [cell, networkFrom(text, program, rememberFirst.outputs.length)];
    }),
  );
}
