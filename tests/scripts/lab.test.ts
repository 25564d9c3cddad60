import { describe, expect, it } from 'vitest';
import { gaps, labCells, shipped } from '../../src/laboratory/recipe.ts';
import { command, printed } from '../setup/command.ts';

interface Point {
  readonly cell: string;
  readonly gap: number;
  readonly mean: number;
  readonly worst: number;
  readonly best: number;
  readonly accuracy: readonly number[];
}

describe('npm run lab -- --print', () => {
  it('prints every point that was measured, seed by seed, with mean and spread', () => {
    const { points } = printed<{ points: Point[] }>('lab', '--print', '--opening', '4');
    expect(points.map(({ cell, gap }) => `${cell} ${gap}`)).toEqual(
      labCells.flatMap((cell) => gaps.map((gap) => `${cell} ${gap}`)),
    );
    for (const { accuracy, mean, worst, best } of points) {
      expect(accuracy).toHaveLength(shipped.seeds);
      expect(mean).toBeCloseTo(
        accuracy.reduce((sum, share) => sum + share / shipped.seeds, 0),
        12,
      );
      expect([worst, best]).toEqual([Math.min(...accuracy), Math.max(...accuracy)]);
    }
  });

  it('prints what becomes of the gradient in the words of the page', () => {
    const { out } = command('lab', ['--print', 'gradient', '--gap', '5']);
    const words =
      /^(Vanishing|Fading|Held|Growing|Exploding): each timestep multiplies the gradient of [hC] by [\d.]+ on average; over 6 timesteps /gm;
    expect(out.match(words)).toHaveLength(2 * labCells.length);
  });

  it('trains one point anew, to other numbers with other settings', () => {
    const point = (updates: string) =>
      printed<Point>('lab', 'point', '--cell', 'rnn', '--gap', '2', '--updates', updates, '--seeds', '1').accuracy;
    expect(point('2')).toHaveLength(1);
    expect(point('60')[0]).toBeGreaterThan(point('2')[0]);
  });
});

it.each([
  ['lab', ['--print', '--gap', '23'], '“gap” is not one of the gaps that were measured: 2, 5'],
  ['lab', ['gradient'], 'Add --print to print the shipped numbers'],
  [
    'lab',
    ['--print', 'everything'],
    'There is no “everything”; choose accuracy, gradient, inputs, memory, theory or point.',
  ],
  ['lab', ['point', '--updates', '0'], '--updates is 0; choose a number from 1 to 20000'],
  ['models', ['nothing'], 'The recipe has no task “nothing”; choose remember-first, anbn'],
  ['presets', ['anbn'], 'Tasks and --json go with --print.'],
] as const)('npm run %s with %j trains and writes nothing, and says what to do', (script, given, sentence) => {
  const { status, out, error } = command(script, given);
  expect([status, out]).toEqual([1, '']);
  expect(error).toContain(sentence);
  expect(error).not.toMatch(/^ +at /m);
});
