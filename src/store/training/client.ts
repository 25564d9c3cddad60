import { type Order, type Report, reportIn } from '../../training/messages.ts';
import { startWorker } from '../startWorker.ts';

/** The part of a worker that the page uses. */
export interface TrainingWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: (() => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
}

/** A worker of the browser that trains. */
export function browserWorker(): TrainingWorker {
  return new Worker(new URL('../../training/worker.ts', import.meta.url), {
    type: 'module',
    name: 'training',
  }) as TrainingWorker;
}

/** The page's end of the line: at most one worker, started when it is needed and ended when it has nothing to do. */
export interface Client {
  /** The run that the worker has, or null where there is no worker. */
  readonly run: number | null;
  /** Throws a refusal where the browser allows no worker. */
  send(order: Order): void;
  /** Ends the worker, whatever it is doing. */
  end(): void;
}

export function createClient(
  create: () => TrainingWorker,
  onReport: (report: Report) => void,
  onFailure: (sentence: string) => void,
): Client {
  let worker: TrainingWorker | null = null;
  let run: number | null = null;
  let orders = 0;
  const end = (): void => {
    worker?.terminate();
    worker = null;
    run = null;
    orders = 0;
  };
  /** True if no further message will follow from the orders given. */
  const isDone = (report: Report): boolean =>
    report.kind === 'refused' ? report.run === run : !report.going && report.orders === orders;
  const started = (): TrainingWorker => {
    const one = startWorker(create);
    one.onmessage = ({ data }) => {
      const report = worker === one ? reportIn(data) : null;
      if (!report) return;
      onReport(report);
      if (worker === one && isDone(report)) end();
    };
    // the browser reports the error itself to the console
    one.onerror = () => {
      if (worker !== one) return;
      end();
      onFailure('Training stopped unexpectedly. What it learned so far is kept; start again to go on.');
    };
    return one;
  };
  return {
    get run() {
      return run;
    },
    send(order) {
      worker ??= started();
      if (order.kind === 'begin') run = order.run;
      orders++;
      worker.postMessage(order);
    },
    end,
  };
}
