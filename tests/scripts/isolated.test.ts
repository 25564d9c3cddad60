import { expect, test } from 'vitest';
import { isolated } from '../../scripts/isolated.ts';

const selectorsOf = (css: string): string[] =>
  isolated(`@layer gatescope.panels{${css}}`)
    .replace(/^.*revert-layer\}/s, '')
    .split('}')
    .map((rule) => rule.split('{')[0] ?? '')
    .filter(Boolean);

test.for([
  ['::before', '.line::before'],
  [':before', '.line:before'],
  [':after', '.line:hover:after'],
  ['::after', 'li:not(.line)::after'],
  ['::-webkit-slider-thumb', '.line::-webkit-slider-thumb'],
  [':first-letter', '.line:first-letter'],
] as const)('a selector for %s still ends with it inside an instance', ([pseudo, selector]) => {
  const [inside] = selectorsOf(`${selector}{color:red}`);
  expect(inside).toContain(':is(.gate-diagram,');
  expect(inside?.endsWith(pseudo)).toBe(true);
});

test('a class that only begins with the name of a pseudo-element is no pseudo-element', () => {
  expect(selectorsOf('li:first-child{color:red}')[0]).toMatch(/^li:first-child:is\(\.gate-diagram,.*\)$/);
});
