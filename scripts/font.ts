import { execFileSync, spawnSync } from 'node:child_process';

/** The first font of the page that a system can have: stored pictures and heights are of text in it. */
const FONT = 'Noto Sans';

/** Ways to install it, tried in this order until it is there. */
const INSTALLERS: readonly (readonly [command: string, ...args: string[]])[] = [
  ['apt-get', 'install', '-y', '--no-install-recommends', 'fonts-noto-core'],
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'fonts-noto-core'],
  ['dnf', 'install', '-y', 'google-noto-sans-fonts'],
  ['pacman', '-Sy', '--noconfirm', 'noto-fonts'],
  ['apk', 'add', 'font-noto'],
];

/** True if fontconfig finds the font; also where there is no fontconfig to ask. */
function hasFont(): boolean {
  const { status, stdout } = spawnSync('fc-match', ['--format=%{family}', FONT], { encoding: 'utf8' });
  return status !== 0 || stdout.split(',').includes(FONT);
}

/** Installs the font that the stored pictures are drawn in, if it is missing and may be installed; else names it. */
export function ensureFont(): void {
  for (const [command, ...args] of process.getuid?.() === 0 ? INSTALLERS : []) {
    if (hasFont()) return;
    console.log(`No ${FONT} yet; trying ${[command, ...args].join(' ')}`);
    try {
      execFileSync(command, args, { stdio: 'inherit', timeout: 300_000 });
    } catch {
      // the next way may do
    }
  }
  if (!hasFont()) console.warn(`Some tests compare pictures of text in ${FONT}, which is not installed here.`);
}
