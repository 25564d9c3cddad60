import type { Clock } from '../../src/store/clock.ts';

export interface FakeClock extends Clock {
  /** Lets milliseconds pass, a frame every `step`. */
  pass(milliseconds: number, step?: number): void;
  hide(): void;
  /** How many frames are asked for, and how many listen for hiding. */
  readonly pending: number;
  readonly listening: number;
  reduced: boolean;
}

/** A clock that stands still until it is told to pass. */
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
