/** One way to do a piece of work. */
export interface Candidate {
  readonly name: string;
  /** Milliseconds that this number of runs takes. */
  readonly time: (runs: number) => Promise<number>;
}

/** Measurements of all candidates at one size. */
export interface Row {
  readonly label: string;
  /** Median milliseconds per run, by candidate. The others are compared with the first. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** A candidate that runs in this process. */
export function local(name: string, run: () => unknown): Candidate {
  return {
    name,
    async time(runs) {
      const start = performance.now();
      for (let k = 0; k < runs; k++) await run();
      return performance.now() - start;
    },
  };
}

/** A run of this many milliseconds is slow and gets fewer rounds. */
const SLOW = 1000;
const FEW = 5;

/** Candidates take turns round by round; each round has as many runs as fill about 30 ms. */
export async function alternate(label: string, candidates: readonly Candidate[], rounds = 15): Promise<Row> {
  const runs: number[] = [];
  for (const { time } of candidates) runs.push(Math.ceil(30 / (await warmed(time))));
  const all: number[][] = candidates.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [k, { time }] of candidates.entries())
      if (round < FEW || all[k][0] < SLOW) all[k].push((await time(runs[k])) / runs[k]);
  return { label, milliseconds: Object.fromEntries(candidates.map(({ name }, k) => [name, median(all[k])])) };
}

/** Milliseconds per run after a warm-up of at least 100 ms and three runs. */
async function warmed(time: Candidate['time']): Promise<number> {
  let spent = await time(3);
  let last = spent / 3;
  while (spent < 100) {
    last = await time(1);
    spent += last;
  }
  return last;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1];
}
