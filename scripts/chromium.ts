import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** What a headless Chromium needs so that it starts anywhere, as root and without a network, too. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium: $CHROMIUM, else one on PATH, else Playwright's own, else where systems keep it. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, chromium.executablePath(), ...PLACES].find((file) => existsSync(file) && starts(file));
}

/** How browser tests and benchmarks launch the Chromium that was found; without one, Playwright says what is missing. */
export function launchOptions(): { readonly executablePath?: string; readonly args: string[] } {
  const executablePath = findChromium();
  return { ...(executablePath && { executablePath }), args: chromiumArguments };
}

/** Whether the file is a browser that runs here: distributions put placeholders under these names. */
function starts(file: string): boolean {
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** Ways to install one, in the order in which they are tried until one leaves a Chromium that starts. */
const INSTALLERS: readonly (readonly [command: string, ...args: string[]])[] = [
  ['npx', 'playwright', 'install', 'chromium'],
  ['npx', 'playwright', 'install-deps', 'chromium'],
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', 'chromium'],
  ['apt-get', 'install', '-y', 'chromium-browser'],
  ['dnf', 'install', '-y', 'chromium'],
  ['pacman', '-Sy', '--noconfirm', 'chromium'],
  ['apk', 'add', 'chromium'],
  ['brew', 'install', '--cask', 'chromium'],
];

/** A Chromium that starts, installed if there is none. Throws a sentence where that fails. */
export function ensureChromium(): string {
  const asRoot = process.getuid?.() === 0;
  for (const [command, ...args] of [[''], ...INSTALLERS] as const) {
    if (command === 'npx' || command === 'brew' || (command && asRoot)) {
      console.log(`No Chromium yet; trying ${[command, ...args].join(' ')}`);
      try {
        execFileSync(command, args, { stdio: 'inherit', timeout: 300_000, shell: process.platform === 'win32' });
      } catch {
        continue;
      }
    }
    const found = findChromium();
    if (found) return found;
  }
  throw new Error(
    'The browser tests need a Chromium and none could be installed. Install one, or set CHROMIUM to its path.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
