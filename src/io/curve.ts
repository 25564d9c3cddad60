import type { Sequence } from './sequence.ts';

/** A point of a drawn curve: time and height, both from 0 to 1 (bottom to top). */
export interface CurvePoint {
  readonly time: number;
  readonly height: number;
}

/**
 * A curve drawn by hand as one column from −1 (bottom) to 1 (top), sampled at n evenly spaced timesteps: straight
 * between the points, level before the first and after the last, rounded to a thousandth so that links stay short.
 */
export function curveSequence(points: readonly CurvePoint[], n: number, column = 'curve'): Sequence {
  const sorted = points
    .filter(({ time, height }) => Number.isFinite(time) && Number.isFinite(height))
    .toSorted((a, b) => a.time - b.time);
  const rows = Array.from({ length: sorted.length > 0 ? n : 0 }, (_, k) => {
    const height = heightAt(sorted, n > 1 ? k / (n - 1) : 0);
    return [Math.round((2 * Math.min(1, Math.max(0, height)) - 1) * 1000) / 1000 + 0];
  });
  return { kind: 'numbers', columns: [column], rows, scaling: 'none' };
}

function heightAt(sorted: readonly CurvePoint[], time: number): number {
  const after = sorted.findIndex((point) => point.time >= time);
  if (after < 0) return sorted[sorted.length - 1].height;
  const next = sorted[after];
  const last = sorted[after - 1];
  if (!last || next.time === time) return next.height;
  return last.height + ((next.height - last.height) * (time - last.time)) / (next.time - last.time);
}
