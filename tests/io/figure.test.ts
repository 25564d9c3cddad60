import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { svgOf } from '../../src/figure/svg.ts';
import { defaultMoment } from '../../src/io/defaults.ts';
import { figurePng, figureView } from '../../src/io/figure.ts';
import { MAX_FIGURE_VIEW } from '../../src/io/limits.ts';
import type { Moment } from '../../src/io/moment.ts';
import { openFile } from '../../src/io/openFile.ts';
import { readViewFile, viewFile } from '../../src/io/viewFile.ts';
import { home } from '../../src/presets/index.ts';
import { cases } from '../setup/cases.ts';
import { moments } from './arbitraries.ts';

const svgWith = (view: string): string =>
  svgOf(
    { viewBox: [0, 0, 8, 8], root: { tag: 'g', attributes: {}, binds: [], children: [] } },
    {} as Parameters<typeof svgOf>[1],
    { title: 'a <b>', metadata: 'a line', view },
  );

/** A picture as a program that nobody here wrote encodes it. */
const blank = new Uint8Array(
  new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>').render().asPng(),
);

const viewOf = (moment: Moment): string => figureView(moment) ?? expect.unreachable('it is too large');

describe('a figure opens as the moment at which it was saved, bit for bit:', () => {
  test.for([
    ['SVG', (view: string) => svgWith(view)],
    ['SVG as bytes', (view: string) => new TextEncoder().encode(svgWith(view))],
    [
      'SVG as an editor writes it again',
      (view: string) => svgWith(view).replace('<view xmlns=', '<x:view\n id="a" xmlns:x='),
    ],
    ['PNG', (view: string) => figurePng(blank, view)],
  ] as const)('%s', async ([, write]) => {
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const { ok, ...saved } = await readViewFile(viewFile(moment), home);
        expect(await openFile(write(viewOf(moment)), home, [])).toEqual({ kind: 'moment', ...saved });
        expect(ok).toBe(true);
      }),
      { numRuns: cases(60) },
    );
  });
});

test('the chunks of a PNG have the checksums of zlib, come before the pixels, and are printable ASCII', () => {
  const png = figurePng(
    blank,
    viewOf({
      ...defaultMoment,
      inputs: {
        ...defaultMoment.inputs,
        sequence: { kind: 'text', text: 'né\u0007🙂', unit: 'characters', vocabulary: null },
      },
    }),
  );
  const bytes = Buffer.from(png);
  const types: string[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    types.push(type);
    expect(bytes.readUInt32BE(at + 8 + length), type).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)));
    if (type === 'tEXt')
      expect(bytes.toString('latin1', at + 8, at + 8 + length)).toMatch(/^[A-Z][a-z]+\0[\x20-\x7e]+$/);
    at += 12 + length;
  }
  expect(types.slice(0, 4)).toEqual(['IHDR', 'tEXt', 'tEXt', 'tEXt']);
  expect(types.at(-1)).toBe('IEND');
});

describe('what nobody here wrote gets a sentence:', () => {
  const fine = viewOf(defaultMoment);
  const damaged = figurePng(blank, fine);
  damaged[Buffer.from(damaged).indexOf('"keys"') + 1] ^= 1;
  const endless = Buffer.from(figurePng(blank, fine));
  endless.writeUInt32BE(0x7fffffff, endless.indexOf('tEXtGatescope') - 4);
  test.for([
    ['a PNG without a view', blank, /^This PNG contains no view/],
    ['a PNG with a wrong checksum', damaged, /does not match its checksum/],
    ['a PNG whose chunk claims to be longer than the file', endless, /does not match its checksum/],
    ['a PNG that is cut off', damaged.subarray(0, 40), /^This PNG contains no view/],
    [
      'a PNG with an oversized chunk',
      figurePng(blank, `"${'a'.repeat(MAX_FIGURE_VIEW)}"`),
      /4\.0 MB, which is too large/,
    ],
    ['a PNG with another text', figurePng(blank, 'hello'), /view in this picture is damaged/],
    [
      'an SVG without a view',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      /^This SVG contains no view/,
    ],
    [
      'an SVG with a script in its metadata',
      svgWith(fine).replace('urn:gatescope:view">', '$&<script>alert(1)</script>'),
      /view in this picture is damaged/,
    ],
    [
      'an SVG whose view is a program',
      svgWith('{"format":"gatescope/view","version":1,"keys":{"cell":["alert(1)"]}}'),
      /damaged/,
    ],
    ['an SVG with an endless view', svgWith('a'.repeat(6 * MAX_FIGURE_VIEW + 1)), /too large/],
    ['an SVG that is cut off in its view', svgWith(fine).split('&quot;keys')[0], /contains no view/],
  ] as const)('%s', async ([, data, sentence]) => {
    const opened = await openFile(data, home, []);
    expect(opened.kind === 'refused' && opened.refused.message).toMatch(sentence);
  });

  test('what is not known is left out with a notice, and a token stays text', async () => {
    const view = JSON.stringify({
      format: 'gatescope/view',
      version: 1,
      keys: { v: '1', cell: '__proto__', text: '</metadata><script>', t: '1e9' },
    });
    const opened = await openFile(svgWith(view), home, []);
    if (opened.kind !== 'moment') return expect.unreachable('it was refused');
    expect(opened.moment.inputs).toMatchObject({ cell: 'lstm', sequence: { text: '</metadata><script>' } });
    expect(opened.notices).toHaveLength(2);
  });
});
