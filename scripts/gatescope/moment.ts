import { defaultInputs } from '../../src/io/defaults.ts';
import { encode } from '../../src/io/encode.ts';
import { fileContent } from '../../src/io/fileContent.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { type Opened, opened, openedEntries } from '../../src/io/opening.ts';
import { type Entries, queryOf } from '../../src/io/query.ts';
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
      'A view by a file that the page saved (a figure too), a model of npm run train, or PyTorch weights beside --rows.',
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
  return notices.length > 0 ? fail(notices.join('\n')) : moment;
}

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
  return fail(`${file}: ${content.kind === 'refused' ? content.refused.message : 'it holds no view and no weights.'}`);
}

const over = (inputs: Inputs, keys: Entries): Promise<Opened> =>
  openedEntries(new Map([['preset', 'file'], ...keys]), { presets: () => inputs, home: 'file' });
