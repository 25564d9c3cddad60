import type { Clock } from '../../src/store/clock.ts';

export interface FakeClock extends Clock {
  /** Advances by milliseconds, with a frame every `step`. */
  pass(milliseconds: number, step?: number): void;
  hide(): void;
  /** Number of pending frames and of listeners for the hidden page. */
  readonly pending: number;
  readonly listening: number;
  reduced: boolean;
}

/** A clock that advances only when told to. */
export function fakeClock(): FakeClock {
  let time = 1000;
  let waiting: ((now: number) => void)[] = [];
  const hidden = new Set<() => void>();
  return {
    reduced: false,
    now: () => time,
    frame(callback) {
      waiting.push(callback);
      return () => {
        waiting = waiting.filter((other) => other !== callback);
      };
    },
    reducedMotion() {
      return this.reduced;
    },
    onHidden(callback) {
      hidden.add(callback);
      return () => hidden.delete(callback);
    },
    pass(milliseconds, step = 16) {
      for (const end = time + milliseconds; time < end; ) {
        time = Math.min(end, time + step);
        const due = waiting;
        waiting = [];
        for (const callback of due) callback(time);
      }
    },
    hide() {
      for (const callback of [...hidden]) callback();
    },
    get pending() {
      return waiting.length;
    },
    get listening() {
      return hidden.size;
    },
  };
}
