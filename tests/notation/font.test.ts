import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const font = readFileSync(new URL('../../src/theme/fonts/gatescope-math.woff2', import.meta.url));

/** The place of MATH in the list of known table tags of the WOFF2 specification (§4.1). */
const MATH = 31;

test('the shipped font is small and keeps its MATH table', () => {
  expect(font.subarray(0, 4).toString('latin1')).toBe('wOF2');
  expect(font.length).toBeLessThan(60_000);
  const tables = font.readUInt16BE(12);
  const tags: number[] = [];
  let at = 48;
  const skipNumber = (): void => {
    while (font[at++] & 0x80);
  };
  for (let k = 0; k < tables; k++) {
    const flags = font[at++];
    const tag = flags & 0x3f;
    if (tag === 0x3f) at += 4;
    tags.push(tag);
    skipNumber();
    const glyphs = tag === 10 || tag === 11;
    if (glyphs ? flags >> 6 !== 3 : flags >> 6 !== 0) skipNumber();
  }
  expect(tags).toContain(MATH);
});

test('its licence ships with the site', () => {
  const licence = readFileSync(new URL('../../public/licences/gatescope-math.txt', import.meta.url), 'utf8');
  expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
  expect(licence).toContain('STI Pub Companies');
});
