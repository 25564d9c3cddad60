import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { pathsOf } from './executables.ts';
import { ensureFont } from './font.ts';

/** The shell comes first: it is Chromium without the windows, and loads a page with a quarter less work. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Features that are off. The popups of the address bar load two pages beside each window, which take longer than most
 * tests. The last list of features counts, so it repeats what Playwright turns off by itself.
 */
const featuresOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Arguments with which a headless Chromium starts anywhere, also as root and offline. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${featuresOff.join(',')}`,
];

/** Path of a Chromium: $CHROMIUM, else one on PATH, else Playwright's own, else one in a usual folder of the system. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return [...pathsOf(NAMES), chromium.executablePath(), ...PLACES].find((file) => existsSync(file) && starts(file));
}

/** Launch options of browser tests and benchmarks. If no Chromium is found, Playwright reports what is missing. */
export function launchOptions(): { readonly executablePath?: string; readonly args: string[] } {
  const executablePath = findChromium();
  return { ...(executablePath && { executablePath }), args: chromiumArguments };
}

/** True if the file is a browser that starts; distributions ship placeholders under these names. */
function starts(file: string): boolean {
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** Ways to install a Chromium, tried in this order until it starts. */
const INSTALLERS: readonly (readonly [command: string, ...args: string[]])[] = [
  ['npx', 'playwright', 'install', 'chromium'],
  ['npx', 'playwright', 'install-deps', 'chromium'],
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', 'chromium-headless-shell'],
  ['apt-get', 'install', '-y', 'chromium'],
  ['apt-get', 'install', '-y', 'chromium-browser'],
  ['dnf', 'install', '-y', 'chromium'],
  ['pacman', '-Sy', '--noconfirm', 'chromium'],
  ['apk', 'add', 'chromium'],
  ['brew', 'install', '--cask', 'chromium'],
];

/** Path of a Chromium that starts, installed if necessary. Throws a sentence if that fails. */
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
    ensureFont();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
