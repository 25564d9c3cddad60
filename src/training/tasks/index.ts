import type { Task } from '../task.ts';
import { adding } from './adding.ts';
import { agreementFar, agreementNear } from './agreement.ts';
import { brackets } from './brackets.ts';
import { copy } from './copy.ts';
import { anbn, anbncn } from './equalCounts.ts';
import { nextCharacter } from './nextCharacter.ts';
import { noisy } from './noisy.ts';
import { parity } from './parity.ts';
import { reber } from './reber.ts';
import { rememberFirst } from './rememberFirst.ts';
import { sines } from './sines.ts';

/** Every task that needs no data of the reader's own, in the order of the menu. */
export const tasks: readonly Task[] = [
  rememberFirst,
  anbn,
  anbncn,
  brackets,
  parity,
  copy,
  adding,
  reber,
  agreementNear,
  agreementFar,
  nextCharacter,
  sines,
  noisy,
];

/** The task with this id, or undefined. */
export function taskOf(id: string): Task | undefined {
  return tasks.find((task) => task.id === id);
}
