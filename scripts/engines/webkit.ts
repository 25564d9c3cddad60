import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onPath } from '../executables.ts';
import type { Engine, Media } from './engine.ts';
import { inputsOf } from './input.ts';
import { background } from './process.ts';

const SCREEN = { width: 1600, height: 1200 } as const;
const FOLDERS = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].map((folder) => `/usr/lib/${folder}`);
const PLACES = [...FOLDERS, '/usr/lib64/', '/usr/libexec/'].flatMap((folder) =>
  ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => `${folder}${version}/MiniBrowser`),
);
const executable = (): string | undefined => process.env.MINIBROWSER ?? PLACES.find(existsSync);

/** The programs that are started for it, each with the package of Debian that has it. */
const needed = () => [
  ['MiniBrowser', executable(), 'webkit2gtk-driver'],
  ['WebKitWebDriver', onPath('WebKitWebDriver'), 'webkit2gtk-driver'],
  ['Xvfb', onPath('Xvfb'), 'xvfb'],
];

/** WebKit as WebKitGTK's small browser, driven by WebDriver (https://www.w3.org/TR/webdriver/) on a screen in memory. */
export const webkit: Engine = {
  name: 'WebKit',
  missing: () => {
    const absent = needed().filter(([, path]) => path === undefined);
    return absent.length === 0 ? null : absent.map(([name, , pack]) => `${name} (Debian’s ${pack})`).join(', ');
  },
  launch: async (media) => {
    const settings = settingsOf(media);
    const screen = `${SCREEN.width}x${SCREEN.height}x24`;
    const display = await background('Xvfb', ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp'], /^\d+$/);
    const port = await freePort();
    const driver = await background('WebKitWebDriver', [`--port=${port}`], null, {
      DISPLAY: `:${display.line}`,
      GDK_BACKEND: 'x11',
      GTK_THEME: media.dark ? 'Adwaita:dark' : 'Adwaita',
      XDG_CONFIG_HOME: settings,
    });
    const end = async (): Promise<void> => {
      await driver.end();
      await display.end();
      rmSync(settings, { recursive: true, force: true });
    };
    try {
      const send = await senderOf(`http://127.0.0.1:${port}`);
      const { sessionId, capabilities } = await send<Session>('POST', '/session', {
        capabilities: {
          alwaysMatch: { 'webkitgtk:browserOptions': { binary: executable(), args: ['--automation'] } },
        },
      });
      const at = <R = unknown>(path: string, body: object): Promise<R> =>
        send('POST', `/session/${sessionId}${path}`, body);
      const run = (expression: string): Promise<string> =>
        at('/execute/sync', { script: `return ${expression};`, args: [] });
      return {
        version: `WebKit ${capabilities.browserVersion}`,
        go: async (url) => void (await at('/url', { url })),
        run,
        ...inputsOf((actions) => at('/actions', { actions })),
        resize: async (width, height) => {
          // the window has a toolbar, and has the keyboard where the pointer of the screen is within it
          const place = { x: Math.round((SCREEN.width - width) / 2), y: Math.round((SCREEN.height - height) / 4) };
          let outer = { width, height };
          for (let tries = 0; tries < 20; tries++) {
            await at('/window/rect', { ...place, ...outer });
            // the page hears of it some frames later
            await sleep(100);
            const [w, h] = JSON.parse(await run('JSON.stringify([innerWidth, innerHeight])'));
            if (w === width && h === height) return;
            outer = { width: outer.width + width - w, height: outer.height + height - h };
          }
        },
        picture: async () => {
          const png = await send<string>('GET', `/session/${sessionId}/screenshot`);
          return Buffer.from(png, 'base64');
        },
        close: async () => {
          // a browser that crashed has no session left
          await send('DELETE', `/session/${sessionId}`).catch(() => {});
          await end();
        },
      };
    } catch (error) {
      await end();
      throw error;
    }
  },
};

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** A folder with the settings of GTK: what the reader asks for, and a toolbar that lets a window be as narrow as a phone. */
function settingsOf({ still }: Media): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatescope-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'settings.ini'), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
  const small = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px }';
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), `${small} image { -gtk-icon-transform: scale(0.1) }`);
  return folder;
}

/** Sends commands to a driver once it answers; each returns its value, or throws the message of its error. */
async function senderOf(address: string) {
  const send = async <R = unknown>(method: string, path: string, body?: object): Promise<R> => {
    const response = await fetch(address + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: R & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await send('GET', '/status');
      return send;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
