import { existsSync, readFileSync } from 'node:fs';
import type { Home } from '../../src/io/opening.ts';
import { home as page } from '../../src/presets/index.ts';
import { trainedOf } from '../../src/presets/trained/catalogue.ts';
import { modelInputs } from '../../src/presets/trained/modelInputs.ts';
import { readModel } from '../../src/training/modelFile.ts';

/** Defaults and presets for opening links, as on the page, but with trained presets read from models/ instead of fetched. */
export const home: Home = {
  ...page,
  presets(id) {
    const found = trainedOf(id);
    if (!found) return page.presets(id);
    const file = new URL(`../../models/${found.trained.model}.json`, import.meta.url);
    return existsSync(file) ? modelInputs(readModel(readFileSync(file, 'utf8')), found.task.sequence, id) : undefined;
  },
};
