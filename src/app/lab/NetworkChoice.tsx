import { nameOf } from '../../cells/index.ts';
import { Segmented } from '../../components/controls/Segmented.tsx';
import { labCells } from '../../laboratory/recipe.ts';
import { useLab, useSetting } from './labStore.ts';

const cellChoices = labCells.map((id) => ({ value: id, label: nameOf(id) }));
const weightChoices = [
  { value: 'before', label: 'before training' },
  { value: 'after', label: 'after training' },
] as const;

/** The one network that is looked at closely: its cell, and whether it has learned. */
export function NetworkChoice() {
  const cell = useSetting('cell');
  const weights = useSetting('weights');
  const lab = useLab();
  return (
    <>
      <Segmented legend="Cell" choices={cellChoices} value={cell} onChange={(chosen) => lab.set({ cell: chosen })} />
      <Segmented
        legend="Weights"
        choices={weightChoices}
        value={weights}
        onChange={(chosen) => lab.set({ weights: chosen })}
      />
    </>
  );
}
