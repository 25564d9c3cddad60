import { afterAll, vi } from 'vitest';

// A part may still be loading modules when its file ends, and these need the window of that file.
afterAll(() => vi.dynamicImportSettled());
