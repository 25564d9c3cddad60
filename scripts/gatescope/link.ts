import { webAddress } from '../../src/components/share/snippet.ts';
import { linkOf } from '../../src/io/link.ts';
import { type Moment, parts } from '../../src/io/moment.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, type Given } from '../arguments.ts';

export const linkOptions: readonly CommandOption[] = [
  {
    name: 'site',
    value: 'address',
    sentence: 'The address of the published site. Without it, the link begins with the file of the page.',
  },
  { name: 'parts', value: 'list', sentence: `For a frame (embed.html), the parts shown: ${parts.join(',')}.` },
];

/** The address of a moment: of the page, or with `parts` of a frame. */
export async function linkTo(moment: Moment, { site = '', parts: shown }: Given): Promise<string> {
  if (site !== '' && webAddress(site) === null)
    return fail(`--site is “${site}”; it has to be a full address, such as https://example.org/gatescope/.`);
  const wished = shown?.split(',') ?? [];
  const unknown = wished.find((part) => !parts.some((one) => one === part));
  if (unknown !== undefined)
    return fail(`--parts names “${unknown}”, which is no part; the parts are ${parts.join(', ')}.`);
  const hidden = shown === undefined ? moment.view.hidden : parts.filter((part) => !wished.includes(part));
  const link = await linkOf({ ...moment, view: { ...moment.view, hidden } }, shown === undefined ? 'page' : 'frame');
  if (!link.ok)
    return fail(
      `${link.message.split('. ')[0]}. Write it with gatescope render -o view.svg: a figure opens on the page, too.`,
    );
  const folder = site === '' || site.endsWith('/') ? site : `${site}/`;
  return `${folder}${shown === undefined ? (site === '' ? 'index.html' : '') : 'embed.html'}#${link.hash}`;
}
