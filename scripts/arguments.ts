import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { textOf } from '../src/io/bytes.ts';
import { MAX_TABLE_BYTES } from '../src/io/limits.ts';
import { Refusal, sentenceOf } from '../src/text/refusal.ts';
import type { CommandOption } from '../src/training/commandLine.ts';

/** The options that were given, by name. */
export type Given = Readonly<Record<string, string | undefined>>;

/** What was written after the name of a command. */
interface Arguments {
  readonly values: Given;
  /** Words that belong to no option. */
  readonly words: readonly string[];
}

/** Ends the command with a sentence on what is wrong and what to do. */
export function fail(sentence: string): never {
  throw new Refusal(sentence);
}

/** Arguments of a command with these options; a mistake ends it with a sentence and `more`, which says where help is. */
export function argumentsOf(
  options: readonly CommandOption[],
  more: string,
  words: 'words' | 'none',
  args: readonly string[] = process.argv.slice(2),
): Arguments {
  const names = options.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' }]);
  try {
    const read = parseArgs({
      args: [...args],
      options: Object.fromEntries(names),
      allowPositionals: words === 'words',
    });
    return { values: read.values as Given, words: read.positionals };
  } catch (error) {
    return fail(`${systemMessage(error)}\n${more}`);
  }
}

/** The option of every command that prints how it is used. */
export const helpOption: CommandOption = { name: 'help', value: '', sentence: 'This text.' };

/** The option of what prints numbers: data in place of tables. */
export const jsonOption: CommandOption = {
  name: 'json',
  value: '',
  sentence: 'JSON with every digit, in place of tables rounded as on the page.',
};

/** A line of a help. */
type HelpRow = readonly [written: string, meaning: string];

/** Lines of a help that belong together, under a title where they have one. */
export interface HelpPart {
  readonly title?: string;
  readonly rows?: readonly HelpRow[];
}

/** The lines of options: `--level number`, and what it means. */
export const optionRows = (options: readonly CommandOption[]): readonly HelpRow[] =>
  options.map(({ name, value, sentence }) => [`--${name} ${value}`.trim(), sentence]);

/** A help: an example, then its parts, with all meanings under one another. */
export function helpText(example: string, ...parts: readonly HelpPart[]): string {
  const width = Math.max(...parts.flatMap(({ rows = [] }) => rows.map(([written]) => written.length))) + 2;
  const linesOf = ({ title, rows = [] }: HelpPart): readonly string[] => [
    '',
    ...(title === undefined ? [] : [title]),
    ...rows.map(([written, meaning]) => `  ${written.padEnd(width)}${meaning}`),
  ];
  return [example, ...parts.flatMap(linesOf)].join('\n');
}

/** The bytes of a file; one that cannot be read ends the command with a sentence. */
export function fileBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    return fail(`${file} cannot be read: ${systemMessage(error)}`);
  }
}

/** The text of a file; one that cannot be read, or is none, ends the command with a sentence. */
export function fileText(file: string): string {
  const read = textOf(fileBytes(file), MAX_TABLE_BYTES);
  return read.ok ? read.text : fail(`${file}: ${read.message}`);
}

/** Runs a command; a refusal is printed and the command fails. Other errors are faults of the program and keep their stack. */
export async function run(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

/** The message of an error of Node: of its file system, or of its reader of arguments. */
export const systemMessage = (error: unknown): string => (error as Error).message;
