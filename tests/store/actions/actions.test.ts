import { test } from 'vitest';
import { cases } from '../../setup/cases.ts';
import { explore } from './explore.ts';

test('thousands of actions of any kind leave an instance whole', async () => {
  await explore(cases(2500), 20_261_127);
}, 300_000);
