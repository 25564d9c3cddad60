import { durations } from '../theme/motion.ts';
import type { Cursor } from './state.ts';

/**
 * The position of motion within the timestep shown. Signal k of timestep t is visible to the share `phaseOf(head, k)`;
 * the head runs towards the cursor's position and never shows another timestep than the cursor does.
 */
export interface Playhead {
  readonly t: number;
  /** A real number from 0 to N. */
  readonly head: number;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** The share of signal k that has arrived: 0 (not begun) … 1 (complete). */
export function phaseOf(head: number, k: number): number {
  return Math.min(1, Math.max(0, head - k));
}

/** Milliseconds at normal pace that `count` of N operations take. */
export function durationOf(count: number, N: number): number {
  const { operation, timestep } = durations;
  if (count <= 1 || N <= 1) return operation * count;
  return operation + ((timestep - operation) * (count - 1)) / (N - 1);
}

/** The playhead as the store moves it. */
export interface PlayheadControl extends Playhead {
  /** True while the head has not reached its target. */
  readonly moving: boolean;
  /** Aims at a cursor, running there or at once. Listeners hear of it with `announce`, once the cursor has moved too. */
  aim(cursor: Cursor, N: number, run: boolean): void;
  /** Moves on by milliseconds at normal pace. */
  advance(elapsed: number): void;
  announce(): void;
}

/** Creates a playhead that rests at the cursor. */
export function createPlayhead(start: Cursor): PlayheadControl {
  let { t, position: head, position: target } = start;
  let rate = 0;
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    get t() {
      return t;
    },
    get head() {
      return head;
    },
    get moving() {
      return head !== target;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
    aim(cursor, N, run) {
      if (cursor.t !== t) head = cursor.t > t ? 0 : N;
      ({ t, position: target } = cursor);
      if (!run) head = target;
      const distance = target - head;
      rate = distance === 0 ? 0 : distance / durationOf(Math.abs(distance), N);
    },
    advance(elapsed) {
      if (head === target) return;
      const next = head + rate * elapsed;
      head = rate > 0 ? Math.min(target, next) : Math.max(target, next);
      announce();
    },
  };
}
