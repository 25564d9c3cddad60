import type { variedFields } from './beside.ts';
import { sequenceKeys } from './urlSequence.ts';
import type { KeyName } from './urlTable.ts';

/** The keys of a link that describe what a run beside the first can vary. */
export const keysOfField: Readonly<Record<(typeof variedFields)[number], readonly KeyName[]>> = {
  cell: ['cell'],
  options: ['options'],
  H: ['units'],
  weights: ['seed', 'gain', 'forgetBias', 'weights', 'trained', 'outputs', 'asks', 'head'],
  initial: ['initial'],
  sequence: Object.keys(sequenceKeys) as readonly KeyName[],
  interventions: ['interventions'],
};
