import { describe, expect, it } from 'vitest';
import { hashOf, initialSettings, type LabSettings, settingsIn } from '../../src/laboratory/labLink.ts';
import { latch, over } from '../../src/laboratory/latch.ts';
import { untrained, withRecurrentScale } from '../../src/laboratory/networks.ts';
import { gaps, labCells, shipped } from '../../src/laboratory/recipe.ts';
import { learnedBy, unitsFor } from '../../src/laboratory/sizes.ts';
import { networkFrom, weightsText } from '../../src/laboratory/weightsText.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';

describe('a link to the laboratory', () => {
  it('brings every setting back', () => {
    const settings: LabSettings = {
      gap: 60,
      opening: 1,
      scale: 2.51,
      example: 7,
      cell: 'gru',
      weights: 'before',
      back: 25,
      blank: 'mean',
      theme: 'dark',
    };
    expect(settingsIn(`#${hashOf(settings)}`)).toEqual({ settings, notices: [] });
  });
  it('is empty for the first view', () => {
    expect(hashOf(initialSettings)).toBe('');
    expect(settingsIn('')).toEqual({ settings: initialSettings, notices: [] });
  });
  it.each([
    ['gap=23', 'gap'],
    ['gap=1e9', 'gap'],
    ['scale=0', 'scale'],
    ['scale=abc', 'scale'],
    ['cell=slstm', 'cell'],
    ['opening=2', 'opening'],
    ['opening=-5', 'opening'],
    ['back=0', 'back'],
    ['back=202', 'back'],
    ['nonsense=1', 'nonsense'],
  ])('says of %s that it was left out, and shows the rest', (hash, name) => {
    const { settings, notices } = settingsIn(`${hash}&example=3`);
    expect(settings).toEqual({ ...initialSettings, example: 3 });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`“${name}”`);
  });
});

describe('networks of equal size', () => {
  it('learn as many numbers as the usual formulas say: gates · (H² + D H + H), and a head', () => {
    const [D, K] = [rememberFirst.inputs.length, rememberFirst.outputs.length];
    const layers: Record<string, number> = { rnn: 1, lstm: 4, peephole: 4, coupled: 3, gru: 3 };
    for (const cell of labCells)
      for (const H of [1, 7, 20]) {
        const peepholes = cell === 'peephole' ? 3 * H : 0;
        expect(learnedBy(cell, H, rememberFirst), cell).toBe(
          layers[cell] * (H * H + D * H + H) + peepholes + K * (H + 1),
        );
      }
  });
  it('come within half a unit of the number asked for', () => {
    for (const cell of labCells) {
      const H = unitsFor(cell, shipped.parameters, rememberFirst);
      const of = (units: number): number => learnedBy(cell, units, rememberFirst);
      expect(Math.abs(of(H) - shipped.parameters)).toBeLessThanOrEqual((of(H + 1) - of(H)) / 2 + 1);
    }
  });
});

describe('a network as text', () => {
  it.each(labCells)('%s comes back to float32', (cell) => {
    const network = untrained(cell, { parameters: 300, opening: 1 }, rememberFirst, 4);
    const back = networkFrom(weightsText(network), network.program, rememberFirst.outputs.length);
    for (const [name, values] of Object.entries(network.parameters))
      expect([...back.parameters[name]], name).toEqual([...values].map(Math.fround));
    expect([...back.head.W]).toEqual([...network.head.W].map(Math.fround));
    expect([...back.head.b]).toEqual([...network.head.b].map(Math.fround));
  });
  it('is refused where it is of another size', () => {
    const small = untrained('lstm', { parameters: 300, opening: 1 }, rememberFirst, 1);
    const large = untrained('lstm', { parameters: 900, opening: 1 }, rememberFirst, 1);
    expect(() => networkFrom(weightsText(small), large.program, 4)).toThrow();
    expect(() => networkFrom(weightsText(large), small.program, 4)).toThrow();
  });
});

describe('the recurrent scale', () => {
  it('multiplies what weighs a hidden state and nothing else', () => {
    for (const cell of labCells) {
      const network = untrained(cell, { parameters: 300, opening: 1 }, rememberFirst, 2);
      const scaled = withRecurrentScale(network, 3);
      for (const [name, values] of Object.entries(network.parameters))
        expect([...scaled.parameters[name]], name).toEqual([...values].map((v) => (name.startsWith('U') ? 3 * v : v)));
    }
  });
});

it('equal factors multiply over the timesteps', () => {
  expect([over(0.5, 3), over(1.5, 2), over(0.9, 0)]).toEqual([0.125, 2.25, 1]);
});

describe('the latch of one unit', () => {
  it('stands at the fixed point of h = tanh 2h, whatever the gap, and its gradient is the slope there', () => {
    let fixed = 1;
    for (let turn = 0; turn < 200; turn++) fixed = Math.tanh(2 * fixed);
    for (const gap of gaps.filter((g) => g >= 20)) {
      expect(latch(2, gap).kept).toBeCloseTo(fixed, 10);
      const perTimestep = latch(2, gap).gradient / latch(2, gap - 1).gradient;
      expect(perTimestep).toBeCloseTo(2 * (1 - fixed * fixed), 6);
    }
  });
  it('keeps its sign against inputs up to 0.266 (where h = tanh(2h − 2x) loses its upper solution), and not beyond', () => {
    const h = Math.SQRT1_2;
    const critical = h - Math.atanh(h) / 2;
    expect(critical).toBeCloseTo(0.266, 3);
    expect(latch(2, 200, critical - 0.005).kept).toBeGreaterThan(0.7);
    expect(latch(2, 200, critical + 0.005).kept).toBeLessThan(0);
  });
});
