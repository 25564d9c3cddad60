import { describe, expect, it } from 'vitest';
import { colourScaleOf } from '../../src/cell/colourScale.ts';
import type { Role } from '../../src/cell/declaration.ts';
import type { Range } from '../../src/ops/op.ts';

const scale = (range: Range, role: Role) =>
  colourScaleOf({ range, info: { role, stage: '', label: '', hint: '', at: [0, 0] } });

describe('which scale a signal is read on', () => {
  it('is the sequential one for gates and for values that stay within [0, 1]', () => {
    expect(scale([0, 1], 'gate')).toBe('gate');
    expect(scale([0, Number.POSITIVE_INFINITY], 'gate')).toBe('gate');
    expect(scale([0, 1], 'intermediate')).toBe('gate');
    expect(scale([-1, 1], 'candidate')).toBe('signed');
    expect(scale([0, 2], 'state')).toBe('signed');
  });
});
