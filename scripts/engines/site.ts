import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, preview } from 'vite';
import { fail } from '../arguments.ts';
import { type EnginePage, evaluate } from './engine.ts';

/** A page that the checks add to the site. */
export interface AddedPage {
  readonly html: string;
  readonly policy?: string;
}

/** The path of the script that notes complaints; a page may load it under every policy that allows its own scripts. */
export const WATCH = 'complaints.js';

/** Notes what a page complains about, from its first line on: the engines have no common way to report it. */
const watch = `(() => {
  const complaints = (window.complaints = []);
  const words = (all) => all.map((one) => (one && one.message) || String(one)).join(' ').slice(0, 300);
  for (const kind of ['error', 'warn']) {
    const print = console[kind];
    console[kind] = (...all) => { complaints.push(kind + ': ' + words(all)); print.apply(console, all); };
  }
  addEventListener('error', (event) => {
    const { target } = event;
    complaints.push(target === window ? 'uncaught: ' + event.message : 'not loaded: ' + (target.src || target.href));
  }, true);
  addEventListener('unhandledrejection', (event) => complaints.push('uncaught: ' + words([event.reason])));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // browsers ask for it by themselves
    if (!blockedURI.endsWith('/favicon.ico')) complaints.push('policy: ' + violatedDirective + ' ' + blockedURI);
  });
})();`;

/** The complaints of the page and of the frames in it since the last call. */
export function complaintsOf(page: EnginePage): Promise<readonly string[]> {
  return evaluate(page, () => {
    const within = (view: Window): string[] => {
      const own = (view as unknown as { complaints?: string[] }).complaints?.splice(0) ?? [];
      const inside = Array.from(view.document.querySelectorAll('iframe'), (frame) => frame.contentWindow);
      return [...own, ...inside.flatMap((one) => (one ? within(one) : []))];
    };
    return within(window);
  });
}

/** Serves the built site with these pages added, each page with the script that notes complaints. */
export async function serve(added: Readonly<Record<string, AddedPage>>) {
  if (!existsSync('dist/index.html') || !existsSync('dist/element'))
    fail('There is no built site. Run npm run build:site first.');
  const pages: Plugin = {
    name: 'watched-pages',
    configurePreviewServer: (server) =>
      void server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        const send = (type: string, text: string): void => {
          response.setHeader('Content-Type', `text/${type}; charset=utf-8`);
          response.end(text);
        };
        if (path === WATCH) return send('javascript', watch);
        const page = added[path];
        if (page?.policy) response.setHeader('Content-Security-Policy', page.policy);
        if (page) return send('html', page.html);
        const file = join('dist', path);
        if (!/^[a-z-]+\.html$/.test(path) || path.startsWith('offline') || !existsSync(file)) return next();
        const html = readFileSync(file, 'utf8');
        return send('html', html.replace('<meta charset="utf-8">', `$&<script src="./${WATCH}"></script>`));
      }),
  };
  const server = await preview({
    plugins: [pages],
    preview: { host: '127.0.0.1', port: 4600 },
    logLevel: 'error',
  });
  const address = server.resolvedUrls?.local[0] ?? fail('The server did not report its address.');
  return { address, close: () => server.close() };
}
