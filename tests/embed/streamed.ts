import { Writable } from 'node:stream';
import type { ReactElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

/** HTML as streamed by a server, complete with everything that it waits for. */
export function streamed(element: ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    const sink = new Writable({
      write(chunk, _, done) {
        parts.push(String(chunk));
        done();
      },
      final(done) {
        resolve(parts.join(''));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(element, { onAllReady: () => pipe(sink), onError: reject });
  });
}
