import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { launchOptions } from '../scripts/chromium.ts';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const outDir = fileURLToPath(new URL('../node_modules/.bench/', import.meta.url));
const folders: Readonly<Record<string, string>> = {
  '/tfjs/': join(modules, '@tensorflow/tfjs-backend-wasm/dist/'),
  '/onnx/': join(modules, 'onnxruntime-web/dist/'),
};

/** Bundles the measurements as a page and runs them in Chromium. */
export async function measureInChromium(report: (line: string) => void): Promise<void> {
  const common = {
    configFile: false as const,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error' as const,
  };
  await build({
    ...common,
    build: { outDir, emptyOutDir: true, target: 'es2022', rollupOptions: { input: 'measure.html' } },
  });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4500 },
    plugins: [{ name: 'peer-wasm', configurePreviewServer: ({ middlewares }) => void middlewares.use(serveFolders) }],
  });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.exposeFunction('report', report);
    await page.goto(`${server.resolvedUrls?.local[0]}measure.html`);
    await page.waitForFunction(() => 'measure' in window);
    await page.evaluate(() => window.measure());
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Answers requests for the peers' WebAssembly from their packages. */
function serveFolders(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const path = (request.url ?? '').split('?')[0];
  const prefix = Object.keys(folders).find((p) => path.startsWith(p));
  const file = prefix && join(folders[prefix], path.slice(prefix.length).replaceAll('..', ''));
  if (!file || !existsSync(file)) {
    next();
    return;
  }
  response.setHeader('Content-Type', file.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
  createReadStream(file).pipe(response);
}
