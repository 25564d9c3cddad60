import { describe, expect, it } from 'vitest';
import { openingWords, verdictAt, versusAt } from '../../src/laboratory/accuracyWords.ts';
import { meanOf, measured } from '../../src/laboratory/measured.ts';
import { gaps, labCells, openings } from '../../src/laboratory/recipe.ts';

/** Mean over the seeds for every gap, from the smallest up. */
const means = (cell: string, opening: number): Map<number, number> =>
  new Map(
    measured
      .filter((point) => point.cell === cell && (cell === 'rnn' || point.opening === opening))
      .map(({ gap, accuracy }) => [gap, meanOf(accuracy)]),
  );

describe('what docs/laboratory.md says came out', () => {
  const rnn = means('rnn', 0);
  const better = (cell: string, opening: number): readonly number[] =>
    gaps.filter((gap) => (means(cell, opening).get(gap) as number) > (rnn.get(gap) as number));
  const worse = (cell: string, opening: number): readonly number[] =>
    gaps.filter((gap) => (means(cell, opening).get(gap) as number) < (rnn.get(gap) as number));
  it('is what was measured', () => {
    expect([better('lstm', 0), worse('lstm', 0)]).toEqual([[], gaps.filter((gap) => gap >= 15)]);
    expect([better('lstm', 1), worse('lstm', 1)]).toEqual([[15, 20], gaps.filter((gap) => gap >= 30)]);
    for (const cell of ['gru', 'coupled']) expect(Math.min(...means(cell, 4).values())).toBeGreaterThan(0.999);
    for (const [gap, mean] of means('lstm', 4)) expect(mean > 0.999, `${gap}`).toBe(gap <= 80);
    expect(worse('lstm', 4)).toEqual([200]);
  });
});

describe('the sentences on what was measured', () => {
  it('set the plain RNN against the LSTM, with the spread of the seeds', () => {
    expect(versusAt(60, 4)).toMatch(
      /^Over a gap of 60 timesteps the plain RNN is right 65\s% of the time \(26\s% to 100\s%, depending on the seed\), the LSTM 100\s%\. Guessing gets 25\s%\.$/,
    );
    expect(versusAt(2, 4)).not.toContain('depending on');
  });
  it('sort every cell into those that hold the symbol and those that do not, at every gap and bias', () => {
    for (const gap of gaps)
      for (const opening of openings) {
        const words = verdictAt(gap, opening);
        for (const name of ['RNN', 'LSTM', 'Peephole', 'Coupled', 'GRU'])
          expect(words.match(new RegExp(`\\b${name} `, 'g')), `${name}, gap ${gap}`).toHaveLength(1);
      }
    expect(labCells).toHaveLength(5);
    expect(verdictAt(60, 4)).toMatch(/^Right at least 95\s% of the time: .*LSTM 100\s%.*Less often: RNN 65\s%\.$/);
    expect(verdictAt(2, 4)).not.toContain('Less often');
  });
  it('say what the bias of the gates makes of the gap', () => {
    expect(openingWords(60)).toMatch(
      /right 25\s% of the time with a bias of 0, 25\s% with a bias of 1, 100\s% with a bias of 4\.$/,
    );
    expect(openingWords(2)).toBe(
      'Over this gap it does not matter how open the gates start: the LSTM is right at least 100\u202f% of the time.',
    );
  });
});
