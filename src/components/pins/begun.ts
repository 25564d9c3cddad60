import type { Pin } from '../../store/state.ts';

/** The target on which an intervention begins: a place of the picture, or an existing intervention. */
export interface Begun {
  /** The key of a signal, state before or input. */
  readonly key: string;
  /** Unit that was pressed, from 0; null for all. */
  readonly unit: number | null;
  /** The intervention to change; null for a new one. */
  readonly pin: Pin | null;
  /** The letter of the run, where several are compared; null where there is one. */
  readonly run: string | null;
  /** Rectangle of the pressed element, in pixels of the window. */
  readonly anchor: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;
  /** The timestep to which the pressing pointer has moved along a strip or the tokens; null unless it has moved. */
  readonly swept: number | null;
}

/** Context in which an intervention begins: the cursor and the signal's properties there. */
interface PinContext {
  readonly t: number;
  readonly isGate: boolean;
  /** The present value of the unit asked about. */
  readonly value: number;
}

/**
 * The first proposal: a gate is held open from here on, any other signal at its present value, an input at 0 for
 * one timestep. What is begun on the state before is the state of the timestep before.
 */
export function proposedPin({ key, unit }: Begun, { t, isGate, value }: PinContext): Pin {
  const before = key.startsWith('prev.');
  const units = unit === null ? null : [unit];
  const hold = (to: number): Pin['change'] => ({ kind: 'hold', value: to });
  if (before) {
    const at = Math.max(0, t - 1);
    return { key: key.slice('prev.'.length), to: null, units, from: at, until: at, change: hold(rounded(value)) };
  }
  const from = Math.max(1, t);
  if (key === 'x') return { key, to: null, units, from, until: from, change: hold(0) };
  return { key, to: null, units, from, until: null, change: hold(isGate ? 1 : rounded(value)) };
}

const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toFixed(2)) : 0);
