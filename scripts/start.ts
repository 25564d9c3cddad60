import { spawn } from 'node:child_process';
import { preview } from 'vite';

/** Serves the built page on a free local port, prints the address and opens a browser if there is one. */
const server = await preview({ preview: { host: '127.0.0.1', port: 4173 } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('The server did not report its address.');
console.log(`\n  Gatescope: ${address}\n\n  Ctrl+C stops it.`);
open(address);

function open(url: string): void {
  const { platform, env } = process;
  if (env.BROWSER === 'none' || env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open', url] : platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
