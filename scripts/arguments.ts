import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { textOf } from '../src/io/bytes.ts';
import { MAX_TABLE_BYTES } from '../src/io/limits.ts';
import { Refusal, sentenceOf } from '../src/text/refusal.ts';
import type { CommandOption } from '../src/training/commandLine.ts';

/** Given options by name. */
export type Given = Readonly<Record<string, string | undefined>>;

/** Parsed arguments of a command. */
interface Arguments {
  readonly values: Given;
  /** Positional arguments. */
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
  const names = options.map(({ name, value, short }) => [
    name,
    { type: value ? 'string' : 'boolean', ...(short && { short }) },
  ]);
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

/** `--help`, an option of every command. */
export const helpOption: CommandOption = { name: 'help', value: '', sentence: 'Print this help.' };

/** `--json`, for commands that print numbers: data instead of tables. */
export const jsonOption: CommandOption = {
  name: 'json',
  value: '',
  sentence: 'JSON with every digit, instead of tables rounded as on the page.',
};

/** A line of a help text. */
type HelpRow = readonly [written: string, meaning: string];

/** A section of a help text, with an optional title. */
export interface HelpPart {
  readonly title?: string;
  readonly rows?: readonly HelpRow[];
}

/** Help lines of options: `--level number` and its meaning. */
export const optionRows = (options: readonly CommandOption[]): readonly HelpRow[] =>
  options.map(({ name, value, short, sentence }) => [
    `${short ? `-${short}, ` : ''}--${name} ${value}`.trim(),
    sentence,
  ]);

/** A help text: an example, then its sections with their meanings aligned. */
export function helpText(example: string, ...parts: readonly HelpPart[]): string {
  const width = Math.max(...parts.flatMap(({ rows = [] }) => rows.map(([written]) => written.length))) + 2;
  const linesOf = ({ title, rows = [] }: HelpPart): readonly string[] => [
    '',
    ...(title === undefined ? [] : [title]),
    ...rows.map(([written, meaning]) => `  ${written.padEnd(width)}${meaning}`),
  ];
  return [example, ...parts.flatMap(linesOf)].join('\n');
}

/** Bytes of a file; if it cannot be read, the command ends with a sentence. */
export function fileBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    return fail(`${file} cannot be read: ${systemMessage(error)}`);
  }
}

/** Text of a file; if it cannot be read or is not text, the command ends with a sentence. */
export function fileText(file: string): string {
  const read = textOf(fileBytes(file), MAX_TABLE_BYTES);
  return read.ok ? read.text : fail(`${file}: ${read.message}`);
}

/** Runs a command. A refusal is printed and makes the command fail; any other error is a bug and keeps its stack trace. */
export async function run(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

/** Message of an error from Node's file system or argument parser. */
export const systemMessage = (error: unknown): string => (error as Error).message;
