import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { layoutOf } from '../../src/figure/layout.ts';

type At = readonly [number, number];

/** The LSTM with some nodes moved. */
function moved(places: Readonly<Record<string, At>>): CellDeclaration {
  const signals = Object.entries(lstm.signals).map(([id, info]) => [id, { ...info, at: places[id] ?? info.at }]);
  return { ...lstm, signals: Object.fromEntries(signals) };
}

function faultOf(places: Readonly<Record<string, At>>): string {
  try {
    layoutOf(cellOf(moved(places)));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

/** Follows the advice in a fault: moves the named node to the suggested place. */
function advised(fault: string, places: Readonly<Record<string, At>>): Readonly<Record<string, At>> {
  const [, id, x, y] = /nearest free place for “(\w+)” is \[(\d+), (\d+)\]/.exec(fault) ?? [];
  return { ...places, [id]: [Number(x), Number(y)] };
}

describe('a node that is in the way is named, with the nearest free place', () => {
  test.each([
    ['on another node', { i: [6, 6] as At }, 'LSTM: “i” at (6, 6) covers (5, 6), where “f” is.'],
    ['outside of the body', { f: [5, 12] as At }, 'LSTM: “f” at (5, 12) does not fit into the body of 24 × 10.'],
    [
      'on the way out of a layer',
      { kept: [9, 5] as At },
      'LSTM: the wire of “i” at (9, 6) finds no way out: its upper side is blocked by “kept”.',
    ],
  ])('%s', (_, places, sentence) => {
    const fault = faultOf(places);
    expect(fault).toContain(sentence);
    expect(faultOf(advised(fault, places))).toBe('');
  });

  test('a node whose sides are all shut is named with what shuts them', () => {
    const places: Record<string, At> = {
      squashed: [20, 1],
      h: [20, 2],
      o: [18, 2],
      written: [22, 2],
      candidate: [20, 3],
    };
    const fault = faultOf(places);
    expect(fault).toMatch(/^LSTM: .+ finds no way .+ is blocked by “\w+”/);
  });
});
