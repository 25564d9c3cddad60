import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Rollup } from 'vite';
import { offlineExample, scormExample } from './exampleFiles.ts';
import { mystPage } from './mystPage.ts';

/** Writes the example pages into the built site, each with the files of other projects that it names. */
const FROM = 'examples';
const TO = join('dist', 'examples');
const OTHERS = 'third-party';

/** A file of an installed package, as an example page names it: its package and its path inside. */
const INSTALLED = /\.\.\/node_modules\/((?:@[\w-]+\/)?[\w.-]+)\/([\w./-]+)/g;

const packages = new Set<string>();

for (const name of readdirSync(FROM)) {
  if (name.endsWith('.css')) cpSync(join(FROM, name), join(TO, name));
  if (!name.endsWith('.html')) continue;
  const page = readFileSync(join(FROM, name), 'utf8').replace(INSTALLED, (_, from: string, path: string) => {
    const file = join(TO, OTHERS, from, path);
    mkdirSync(dirname(file), { recursive: true });
    cpSync(join('node_modules', from, path), file);
    packages.add(from);
    return `./${OTHERS}/${from}/${path}`;
  });
  writeFileSync(join(TO, name), page);
}

const { output } = (await build({
  configFile: false,
  logLevel: 'warn',
  base: './',
  plugins: [mystPage],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    assetsDir: 'examples/assets',
    rollupOptions: { input: ['examples/myst/index.html'] },
  },
})) as Rollup.RollupOutput;
for (const file of output)
  for (const id of file.type === 'chunk' ? file.moduleIds : []) {
    const from = id.match(/node_modules\/((?:@[\w-]+\/)?[\w.-]+)\//)?.[1];
    if (from) packages.add(from);
  }
writeFileSync(join(TO, OTHERS, 'licences.txt'), [...packages].sort().map(licenceOf).join('\n\n'));

const built = (name: string): string => readFileSync(join('dist', name), 'utf8');
writeFileSync(
  join(TO, 'offline.html'),
  await offlineExample(built('offline.html'), 'cell=lstm&units=3&seed=5&text=banana&t=2'),
);
writeFileSync(
  join(TO, 'counting-scorm.zip'),
  scormExample(built('offline-lesson.html'), join('public', 'lessons', 'counting.md')),
);

/** The name, version and licence of a package, and the text of the licence where the package has one. */
function licenceOf(name: string): string {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = join(folder, 'LICENSE');
  return `${name} ${version}, ${license}\n${existsSync(text) ? readFileSync(text, 'utf8') : ''}`;
}
