import { run } from './arguments.ts';
import { examine } from './examine/examine.ts';

/** Prints the numbers that the page shows of a cell, computed by the same functions: `npm run examine -- --help`. */
await run(async () => {
  const { out, notices } = await examine(process.argv.slice(2));
  for (const notice of notices) console.error(notice);
  console.log(out);
});
