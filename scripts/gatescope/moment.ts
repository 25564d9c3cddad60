import { defaultInputs } from '../../src/io/defaults.ts';
import { encode } from '../../src/io/encode.ts';
import { fileContent } from '../../src/io/fileContent.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { type Opened, opened, openedEntries } from '../../src/io/opening.ts';
import { type Entries, queryOf } from '../../src/io/query.ts';
import type { Reading } from '../../src/io/reading.ts';
import { meaningSentence } from '../../src/io/urlMeanings.ts';
import { type KeyName, keyNames, keyOf } from '../../src/io/urlTable.ts';
import { home } from '../../src/presets/index.ts';
import { openedModel } from '../../src/store/training/modelInputs.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, fileBytes, type Given } from '../arguments.ts';

const placeholderOf = (name: KeyName): string => {
  const { initial, write } = keyOf(name);
  const written = initial === null || initial === undefined ? '' : write(initial);
  return /^[\w.]{1,12}$/.test(written) ? written : 'text';
};

/** The options that say what is shown: the keys of a link under their own names, and where a view comes from. */
export const momentOptions: readonly CommandOption[] = [
  { name: 'link', value: 'address', sentence: 'A view by its address, in quotation marks; options beside it win.' },
  {
    name: 'file',
    value: 'file',
    sentence:
      'A view by a file that the page saved (a figure too), a model of npm run train, PyTorch weights beside --rows, or a table or text to read.',
  },
  { name: 'preset', value: 'id', sentence: 'An example of the page by its id, such as trained-anbn-lstm.' },
  ...keyNames.map((name) => ({ name, value: placeholderOf(name), sentence: meaningSentence(name) })),
];

/** The moment that the options and the word for a cell name. Ends with a sentence where they do not fit together. */
export async function givenMoment(given: Given, words: readonly string[]): Promise<Moment> {
  const [word, ...others] = words;
  if (others.length > 0)
    return fail(`There is “${others[0]}” after the cell “${word}”; a value belongs to an option: --text ${others[0]}.`);
  if (given.link !== undefined && given.file !== undefined) return fail('Name one of --link and --file.');
  const cell = word ?? given.cell;
  const keys = new Map(
    ['preset', ...keyNames].flatMap((name) => {
      const value = name === 'cell' ? cell : given[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  // a cell that is named with its own preset changes nothing, and the link stays one of the preset
  if (keys.has('preset') && (await home.presets(keys.get('preset') ?? ''))?.cell === cell) keys.delete('cell');
  const { moment, notices } = await found(given, keys);
  // a figure of something else than was asked for helps nobody
  return notices.length > 0 ? fail(notices.map(withoutOutcome).join('\n')) : moment;
}

/** A notice that tells what is wrong, but not what the page shows instead: the command shows nothing. */
const withoutOutcome = (notice: string): string =>
  notice.replace(/; [^;]*\b(?:is shown|are shown|was left out|shows the rest|was read as version \d+)\.(?= |$)/, '.');

function found({ link, file }: Given, keys: Entries): Promise<Opened> | Opened {
  if (link !== undefined) {
    const at = link.indexOf('#');
    if (at < 0 && !link.includes('='))
      return fail('A link has its view after a #. Copy the whole address, and put it in quotation marks.');
    return opened([queryOf(keys), link.slice(at + 1)].filter((part) => part !== '').join('&'), home);
  }
  return file === undefined ? openedEntries(keys, home) : fromFile(file, keys);
}

/**
 * The view of a file, or the inputs that it holds with what the keys say in place of the page's own. Weights alone have to fit
 * the sequence that the keys name.
 */
async function fromFile(file: string, keys: Entries): Promise<Opened> {
  const { sequence } = (await over(defaultInputs, keys)).moment.inputs;
  const content = fileContent(fileBytes(file), encode(sequence).features);
  if (content.kind === 'keys') return openedEntries(new Map([...Object.entries(content.keys), ...keys]), home);
  if (content.kind === 'inputs') return over({ ...defaultInputs, sequence, ...content.change }, keys);
  if (content.kind === 'model') return over(openedModel(content.text).inputs, keys);
  if (content.kind === 'sequence') return over({ ...defaultInputs, sequence: sequenceOf(file, content.reading) }, keys);
  return fail(`${file}: ${content.refused.message}`);
}

/** The table or the text of a file. Ends with a sentence where it is none, or where it asks what only its reader knows. */
function sequenceOf(file: string, reading: Reading): Inputs['sequence'] {
  if (reading.ok === true) return reading.sequence;
  if (reading.ok === false) return fail(`${file}: ${reading.message}`);
  return fail(
    `${file}: ${reading.question} The page asks when the file is dropped on it; save the view there, and give that.`,
  );
}

const over = (inputs: Inputs, keys: Entries): Promise<Opened> =>
  openedEntries(new Map([['preset', 'file'], ...keys]), { presets: () => inputs, home: 'file' });
