import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renderToPipeableStream } from 'react-dom/server';
import { build, type Rollup } from 'vite';
import { Page } from './Page.tsx';

/** The path of a file, from its address beside this one. */
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The scripts of the page for the browser by address; the entry comes first. */
async function clientScripts(): Promise<ReadonlyMap<string, string>> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: beside('client.tsx') } },
  })) as Rollup.RollupOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}

/** Serves the page at a local address: streamed as it is rendered, then hydrated. */
export async function serve(port = 0): Promise<Server> {
  const scripts = await clientScripts();
  const [entry] = scripts.keys();
  const style = readFileSync(fileURLToPath(import.meta.resolve('gatescope/react/style.css')), 'utf8');
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url);
    if (script) return response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(script);
    if (url === '/style.css') return response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8' }).end(style);
    if (url !== '/') return response.writeHead(404).end();
    const { pipe } = renderToPipeableStream(<Page />, {
      bootstrapModules: [entry],
      onShellReady() {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        pipe(response);
      },
      onShellError: () => response.writeHead(500).end('The page could not be rendered.'),
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { port } = (await serve(4180)).address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}/`);
}
