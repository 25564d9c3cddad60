import { limitSentences, MAX_BESIDE, MAX_UNPACKED } from './limits.ts';
import { VERSION } from './migrations.ts';
import { urlMeanings } from './urlMeanings.ts';
import { keyNames, keyOf } from './urlTable.ts';

/** Keys beside the table of values. */
const around: readonly (readonly [name: string, example: string, usual: string, meaning: string])[] = [
  ['v', `v=${VERSION}`, `${VERSION}`, 'the version of the link'],
  [
    'preset',
    'preset=count-anbn',
    '',
    'a preset by its id: it sets every key of kind “input”; keys given beside it win',
  ],
  ['parts', 'parts=diagram,transport', '', 'for frames: the parts that are shown, in place of hide'],
  [
    'z',
    'z=…',
    '',
    'further keys, compressed (deflate-raw, base64url); the page writes them for long texts and given weights',
  ],
];

const cellText = (text: string): string => (text === '' ? '–' : text.replaceAll('|', '\\|'));
const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;

/** The ids that can follow `preset=`. */
interface PresetIds {
  /** Presets with weights set by hand or drawn, by id. */
  readonly presets: readonly { readonly id: string; readonly title: string }[];
  /** Tasks with trained cells; a preset is `trained-`, the task, a hyphen and the cell. */
  readonly tasks: readonly { readonly id: string; readonly title: string }[];
  readonly cells: readonly string[];
}

/** docs/url.md: everything about links that follows from the table of keys, and the presets. */
export function urlDocument({ presets, tasks, cells }: PresetIds): string {
  const named = (list: PresetIds['presets']): string =>
    list.map(({ id, title }) => row([`\`${id}\``, title])).join('\n');
  const table = keyNames.map((name) => {
    const { write, initial, input } = keyOf(name);
    const { example, meaning } = urlMeanings[name];
    const usual = initial === null ? '' : write(initial);
    return row([
      `\`${name}\``,
      input ? 'input' : 'view',
      usual === '' ? '' : `\`${usual}\``,
      `\`${example}\``,
      meaning,
    ]);
  });
  return `<!-- Written by \`npx vitest run --project unit tests/io/urlDocument.test.ts -u\`; edit the tables of keys (src/io/urlTable.ts, in words in src/io/urlMeanings.ts) instead. -->
# Links

The whole view is in the part of the address after the \`#\`: \`name=value\` pairs joined by \`&\`. A key left out has its default. A space is written as \`+\`; characters with a meaning in addresses are escaped with \`%\`. A link reproduces exactly the same numbers: each is written with just enough digits to give the same float64.

${limitSentences.link} The compressed part unpacks to at most ${MAX_UNPACKED / 1024} kB.

## Examples

| link | shows |
| --- | --- |
| \`#v=1&preset=remember-first&t=4\` | the LSTM that remembers the first flagged value, at the timestep of the flag |
| \`#v=1&cell=gru&text=hello+world\` | a GRU with seeded weights reading a text letter by letter |
| \`#v=1&cell=peephole&options=peepF:off,peepI:off&seed=42&signal=o&unit=2\` | a peephole LSTM with only the output gate's peephole, asking about unit 3 of that gate |
| \`#v=1&cell=rnn&units=2&rows=0.5;1;-0.25&weights=U_h:0.9,0,0,0.5\` | numbers and a recurrent matrix written by hand |
| \`embed.html#v=1&preset=count-anbn&parts=diagram,transport\` | only the diagram and its controls, in a frame |

## Keys beside the values

| key | default | example | meaning |
| --- | --- | --- | --- |
${around.map(([name, example, usual, meaning]) => row([`\`${name}\``, usual === '' ? '' : `\`${usual}\``, `\`${example}\``, meaning])).join('\n')}

## Values

| key | kind | default | example | meaning |
| --- | --- | --- | --- | --- |
${table.join('\n')}

## Presets

| \`preset=\` | shows |
| --- | --- |
${named(presets)}

Trained cells are \`preset=trained-TASK-CELL\`, for example \`preset=trained-anbn-lstm\`. The cells are ${cells.map((cell) => `\`${cell}\``).join(', ')}.

| task | title |
| --- | --- |
${named(tasks)}

## Interventions

Interventions change the run. They are separated by semicolons and act in their order. The page shows them, and \`npm run examine\` prints their effect.

| part | written | means |
| --- | --- | --- |
| signal | \`f\`, \`x\`, \`C\`, \`prev.h\` | a signal or the input; \`prev.\` only before a slash |
| off | \`!f=1\` | the intervention stays in the view but does not act |
| reader | \`/o\` | only this signal sees the change (one wire); without it, every signal that reads it |
| units | \`:2,3\` | from 1; without it, all |
| change | \`=1\`, \`*0.5\`, \`=cut\` | held at a value, multiplied, 0 |
| | \`~0.1:7\` | noise added, uniform in ±0.1, from the seed 7 |
| | \`=other\`, \`=@3\`, \`=mean\` | borrowed: from another run (that of \`other\`, or else the first beside), from timestep 3, the mean over all timesteps |
| when | \`@5\`, \`@5..8\`, \`@5..\` | timesteps; without it, all; \`@0\` is an initial state |

## Runs beside the first

\`beside\` names up to ${MAX_BESIDE} runs, separated by commas. Each is written as the keys of a link that differ from the first run, joined by \`&\` (escaped as \`%26\`, and a comma inside as \`\\,\`); a key that it does not name is that of the first run.

| written | means |
| --- | --- |
| \`cell=coupled\`, \`options=peepF:off\`, \`units=8\` | another cell, option or size, with those weights of the first that fit |
| \`preset=trained-anbn-coupled\` | the cell and the weights of a preset, which reads the sequence of the first if it can |
| \`seed=7\` | its own weights: random, or those of \`weights\` and \`head\` beside it |
| \`text=aabb\`, \`rows=1;0\` | another sequence |
| \`interventions=\` | the same run without interventions |

## Lessons

An address with \`learn\` opens a lesson instead of a view. An address without any key opens the beginning of the story.

| written | means |
| --- | --- |
| \`learn=the-belt\` | the chapter with this title, in lower case with hyphens; \`learn=\` is the first chapter. Without \`lesson\` or \`markdown\`, it is a chapter of the story |
| \`lesson=lessons/counting.md\` | a file beside the page or in a folder there |
| \`markdown=…\` | the lesson itself, compressed; a dropped lesson and “Copy link” of the editor write it |
| \`text=your+own+words\` | the reader's own text, which the views of the lesson read; at most 120 characters |
| \`codes=on\` | a code for the teacher below every answer |

\`embed.html#learn=the-belt\` shows one chapter by itself; you may add \`theme=light\`, \`dark\` or \`projector\`.

## What goes wrong

The page leaves out a key that does not exist or a value that it cannot read, and says which. Of a link from a newer version, it shows what it understands. A published key never changes its meaning: when a link of an old version is opened, it is brought up to date step by step.

The JSON file of a view contains the same keys, uncompressed (\`"format": "gatescope/view"\`) and without a limit of length.
`;
}
