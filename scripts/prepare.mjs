import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// From a git address npm runs `prepare` and never `prepack`. It runs `prepare` after every `npm ci` of a clone, too, which
// needs no package; only while npm packs a folder does it name the folder here.
if (process.env.npm_package_resolved && !existsSync('lib')) execSync('npm run prepack', { stdio: 'inherit' });
