import { withCommas } from '../src/text/counts.ts';
import { explore } from '../tests/store/actions/explore.ts';
import { argumentsOf, fail, helpOption, helpText, optionRows, run } from './arguments.ts';

const MORE = 'npm run actions -- --help lists the options.';

const options = [
  { name: 'count', value: 'number', sentence: 'The number of actions. Default: 1000000.' },
  { name: 'seed', value: 'number', sentence: 'The seed, a whole number. Default: 1.' },
  helpOption,
];

/** Number of actions between two lines of progress. */
const CHUNK = 20_000;

run(async () => {
  const { values } = argumentsOf(options, MORE, 'none');
  if (values.help) {
    console.log(
      helpText('npm run actions -- --seed 7', {
        title: 'Performs random actions on an instance and checks its invariants after each.',
        rows: optionRows(options),
      }),
    );
    return;
  }
  const wanted = wholeOf(values.count ?? '1000000', 'count');
  const seed = wholeOf(values.seed ?? '1', 'seed');
  const names = new Map<string, number>();
  let done = 0;
  for (let chunk = 0; done < wanted; chunk++) {
    await explore(Math.min(CHUNK, wanted - done), seed + chunk, ({ name }) => {
      names.set(name, (names.get(name) ?? 0) + 1);
      done++;
    });
    console.log(`${withCommas(done)} actions, seeds ${seed} to ${seed + chunk}: nothing is broken`);
  }
  for (const [name, count] of [...names].sort(([, a], [, b]) => b - a)) console.log(`${withCommas(count)} ${name}`);
});

function wholeOf(text: string, name: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : fail(`--${name} is “${text}”; it must be a whole number.\n${MORE}`);
}
