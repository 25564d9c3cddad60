import { describe, expect, test } from 'vitest';
import { directionOf, type LatticePoint } from '../../src/figure/lattice.ts';
import { layoutOf } from '../../src/figure/layout.ts';
import { Lattice, route } from '../../src/figure/router.ts';
import { everyScene } from './everyScene.ts';

const at = (x: number, y: number): LatticePoint => ({ x, y });
const level = [1, 2, 3, 4, 5, 6, 7].map((x) => at(x, 3));

describe('a wire that meets another', () => {
  const lattice = new Lattice(9, 7);
  lattice.occupy(level, 'other');

  test('crosses it straight on', () => {
    const points = route(lattice, 'own', [{ x: 4, y: 0, direction: 1 }], [{ x: 4, y: 6, direction: 1, steps: 1 }]);
    expect(points).toEqual([0, 1, 2, 3, 4, 5, 6].map((y) => at(4, y)));
  });

  test('neither turns on it, nor ends its turn there, nor runs along it', () => {
    for (const into of [0, 1, 2, 3] as const)
      for (const out of [0, 1, 2, 3] as const) {
        const straightAcross = into === out && into % 2 === 1;
        expect(Number.isFinite(lattice.passing(4, 3, 'own', into, out)), `${into} to ${out}`).toBe(straightAcross);
      }
  });

  test('does not cross it at a bend, a fork or an end', () => {
    const bent = new Lattice(9, 7);
    bent.occupy([at(2, 3), at(3, 3), at(4, 3), at(4, 4), at(4, 5)], 'other');
    bent.occupy([at(3, 3), at(3, 4)], 'other');
    for (const [x, y] of [
      [4, 3],
      [3, 3],
      [2, 3],
    ])
      for (const into of [0, 1, 2, 3] as const) expect(bent.passing(x, y, 'own', into, into)).toBe(Infinity);
  });
});

test('wires of every cell cross only where both run straight', () => {
  for (const { name, cell } of everyScene) {
    const passes = new Map<string, { net: string; straight: boolean; level: boolean }[]>();
    for (const [net, branches] of layoutOf(cell).branches)
      for (const { points } of branches)
        points.slice(1, -1).forEach((p, k) => {
          const [into, out] = [directionOf(points[k], p), directionOf(p, points[k + 2])];
          const key = `${p.x},${p.y}`;
          passes.set(key, [...(passes.get(key) ?? []), { net, straight: into === out, level: into % 2 === 0 }]);
        });
    for (const [key, here] of passes) {
      const nets = new Set(here.map(({ net }) => net));
      if (nets.size < 2) continue;
      expect(nets.size, `${name} at ${key}`).toBe(2);
      expect(here.every(({ straight }) => straight) && here[0].level !== here[1].level, `${name} at ${key}`).toBe(true);
    }
  }
});
