import type { Change } from '../engine/intervention/intervention.ts';
import { floatText } from './floats.ts';
import type { Pin } from './moment.ts';

/** Interventions as they are written in a link; `interventions` reads them. */
export const interventionsText = (list: readonly Pin[]): string => list.map(interventionText).join(';');

/** An intervention as it is written: off or on, what, on its way to what, of which units (from 1), becomes what, when. */
export function interventionText({ key, to, units, from, until, change, off }: Pin): string {
  const wire = to === null ? '' : `/${to}`;
  const some = units === null ? '' : `:${units.map((unit) => unit + 1).join(',')}`;
  const span = until === from ? `@${from}` : `@${from}..${until ?? ''}`;
  return `${off ? '!' : ''}${key}${wire}${some}${changeText(change)}${span}`;
}

function changeText(change: Change): string {
  if (change.kind === 'hold') return `=${floatText(change.value)}`;
  if (change.kind === 'scale') return `*${floatText(change.factor)}`;
  if (change.kind === 'noise') return `~${floatText(change.size)}:${change.seed}`;
  if (change.kind === 'cut') return '=cut';
  return change.from === 'timestep' ? `=@${change.at}` : `=${change.from}`;
}
