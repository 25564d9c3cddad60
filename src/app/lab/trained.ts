import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { type LabNetwork, untrained } from './networks.ts';
import { labCells, shipped } from './recipe.ts';
import { networkFrom } from './weightsText.ts';

/** The weights of one gap as they are shipped, by cell. */
export type TrainedFile = Readonly<Record<string, string>>;

const files = import.meta.glob<TrainedFile>('./data/gap-*.json', { import: 'default' });

/** The networks that were trained at a gap with the first seed, by cell. Rejects where the gap was not measured. */
export async function trainedAt(gap: number): Promise<Readonly<Record<string, LabNetwork>>> {
  const file = await files[`./data/gap-${gap}.json`]?.();
  if (!file) throw new Error(`No networks were trained at a gap of ${gap}`);
  return Object.fromEntries(
    labCells.map((cell) => {
      const { program } = untrained(cell, shipped.parameters, rememberFirst, 1);
      return [cell, networkFrom(file[cell], program, rememberFirst.outputs.length)];
    }),
  );
}
