import { createSingle } from '../engine/single/createSingle.ts';
import { loadSingleKernels } from '../engine/single/load.ts';
import { buffersIn, type Report } from './messages.ts';
import { createSession } from './session.ts';

/** The part of the surrounding worker that this file uses. */
interface Around {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

const around = globalThis as unknown as Around;
// timers wait for milliseconds where a message to oneself does not
const { port1, port2 } = new MessageChannel();
const queue: (() => void)[] = [];
port1.onmessage = () => queue.shift()?.();

const session = loadSingleKernels().then((kernels) =>
  createSession({
    create: (shape) => createSingle(shape, kernels),
    post: (report: Report) => around.postMessage(report, buffersIn(report)),
    now: () => performance.now(),
    later(work) {
      queue.push(work);
      port2.postMessage(null);
    },
  }),
);
around.onmessage = ({ data }) => void session.then(({ take }) => take(data));
