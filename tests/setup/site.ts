import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site. */
    site: string;
  }
}

/** Serves the built site on a free port for as long as the tests run. */
export default async function site(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('There is no built site: run `npm run build` first.');
  const server = await preview({ preview: { host: '127.0.0.1', port: 4300 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The server did not say where it listens.');
  project.provide('site', address);
  return () => server.close();
}
