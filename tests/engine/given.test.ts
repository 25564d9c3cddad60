import { describe, expect, it } from 'vitest';
import { createCell } from '../../src/core.ts';
import { runForward } from '../../src/engine/forward.ts';
import { runStack } from '../../src/engine/stack.ts';

describe('what is not a finite number is refused with its place, as an input, an initial state or a parameter', () => {
  const cell = createCell('lstm', { D: 2, H: 3 });
  it.each<[unknown, string]>([
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [undefined, 'undefined'],
    [null, 'null'],
    ['0.5', 'the text "0.5"'],
  ])('%s', (value, shown) => {
    const given = value as number;
    const input = `Input 1 of timestep 2 is ${shown}; an input must be a finite number`;
    expect(() => cell.run([1, 2, given, 4])).toThrow(input);
    expect(() =>
      cell.run([
        [1, 2],
        [given, 4],
      ]),
    ).toThrow(input);
    expect(() => cell.run([1, 2], { C: [0, given, 0] })).toThrow(
      `The initial state C needs finite numbers, but value 2 of 3 is ${shown}`,
    );
    expect(() => createCell('lstm', { D: 2, H: 3, parameters: { b_f: [0, 0, given] } })).toThrow(
      `b_f needs finite numbers, but value 3 of 3 is ${shown}`,
    );
    const pass = { program: cell, parameters: cell.parameters };
    expect(() => runStack([[pass]], [1, 2, given, 4])).toThrow(input);
    expect(() => runStack([[{ ...pass, initial: { C: [0, given, 0] } }]], [1, 2])).toThrow('but value 2 of 3');
  });
  it('in weights that were changed after they were made', () => {
    const weights = { ...cell.parameters, W_f: cell.parameters.W_f.map(() => Number.POSITIVE_INFINITY) };
    expect(() => runForward(cell, weights, [1, 2])).toThrow('W_f needs finite numbers, but value 1 of 6 is Infinity');
  });
});
