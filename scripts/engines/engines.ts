import { fail } from '../arguments.ts';
import { chromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** The engines by their names on the command line. Chromium is the first: the others are compared with it. */
export const engines: Readonly<Record<string, Engine>> = { chromium, firefox, webkit };

/** The engines that an option names, or all. What is missing here is printed and left out. */
export function installed(named: string | undefined, more: string): readonly Engine[] {
  if (named !== undefined && !Object.hasOwn(engines, named)) fail(`There is no engine “${named}”.\n${more}`);
  const wanted = named === undefined ? Object.values(engines) : [engines[named]];
  return wanted.filter((engine) => {
    const missing = engine.missing();
    if (missing) console.log(`${engine.name}: not run; it needs ${missing}`);
    return missing === null;
  });
}
