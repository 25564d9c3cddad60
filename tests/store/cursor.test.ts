import { describe, expect, test } from 'vitest';
import { clampedCursor, type Extent, isAtEnd, stepped } from '../../src/store/cursor.ts';
import type { Cursor, Granularity } from '../../src/store/state.ts';

const extent: Extent = {
  T: 2,
  N: 5,
  stages: [
    { id: 'a', label: 'A', start: 0, end: 2 },
    { id: 'b', label: 'B', start: 2, end: 3 },
    { id: 'c', label: 'C', start: 3, end: 5 },
  ],
  until: null,
};

/** All stops from one end to the other, written t.position. */
function walk(from: Cursor, direction: 1 | -1, granularity: Granularity): string {
  const seen: string[] = [];
  let cursor = from;
  for (;;) {
    const next = stepped(cursor, direction, granularity, extent);
    if (next.t === cursor.t && next.position === cursor.position) return seen.join(' ');
    seen.push(`${next.t}.${next.position}`);
    cursor = next;
  }
}

describe('stepping', () => {
  const start = { t: 1, position: 0 };
  const end = { t: 2, position: 5 };

  test('by operation visits every operation of every timestep and ends at the last', () => {
    expect(walk(start, 1, 'operation')).toBe('1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 2.4 2.5');
    expect(walk(end, -1, 'operation')).toBe('2.4 2.3 2.2 2.1 1.5 1.4 1.3 1.2 1.1 1.0');
  });

  test('by stage stops where a stage is complete', () => {
    expect(walk(start, 1, 'stage')).toBe('1.2 1.3 1.5 2.2 2.3 2.5');
    expect(walk(end, -1, 'stage')).toBe('2.3 2.2 1.5 1.3 1.2 1.0');
  });

  test('by timestep stops where a timestep is complete', () => {
    expect(walk(start, 1, 'timestep')).toBe('1.5 2.5');
    expect(walk(end, -1, 'timestep')).toBe('1.5 1.0');
  });

  test('from between two stops goes to the nearest in that direction', () => {
    expect(stepped({ t: 2, position: 4 }, -1, 'stage', extent)).toEqual({ t: 2, position: 3 });
    expect(stepped({ t: 2, position: 4 }, 1, 'stage', extent)).toEqual({ t: 2, position: 5 });
    expect(stepped({ t: 2, position: 4 }, -1, 'timestep', extent)).toEqual({ t: 1, position: 5 });
  });

  test('goes no further than the moment past which nothing is shown yet', () => {
    const asked = { ...extent, until: { t: 1, position: 3 } };
    expect(clampedCursor({ t: 1, position: 4 }, asked)).toEqual(asked.until);
    expect(clampedCursor({ t: 2, position: 0 }, asked)).toEqual(asked.until);
    expect(clampedCursor({ t: 1, position: 2 }, asked)).toEqual({ t: 1, position: 2 });
    expect([isAtEnd({ t: 1, position: 2 }, asked), isAtEnd(asked.until, asked)]).toEqual([false, true]);
    expect(clampedCursor({ t: 9, position: 9 }, { ...asked, until: { t: 9, position: 0 } })).toEqual({
      t: 2,
      position: 5,
    });
  });

  test('an empty sequence has no moment but 0', () => {
    const empty = { ...extent, T: 0 };
    expect(clampedCursor({ t: 3, position: 2 }, empty)).toEqual({ t: 0, position: 0 });
    expect(stepped({ t: 0, position: 0 }, 1, 'stage', empty)).toEqual({ t: 0, position: 0 });
  });

  test('what is no number becomes a bound', () => {
    expect(clampedCursor({ t: Number.NaN, position: Number.POSITIVE_INFINITY }, extent)).toEqual({ t: 1, position: 5 });
    expect(clampedCursor({ t: 99, position: -3 }, extent)).toEqual({ t: 2, position: 0 });
  });
});
