import { afterAll, vi } from 'vitest';

// What a part begins to load when it is shown may still load when its file ends, and needs the window of that file.
afterAll(() => vi.dynamicImportSettled());
