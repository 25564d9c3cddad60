import { test } from 'vitest';
import { explore } from './explore.ts';

test('ten thousand actions of any kind leave an instance whole', async () => {
  await explore(10_000, 20_261_127);
}, 300_000);
