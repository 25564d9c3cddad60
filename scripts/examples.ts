import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Rollup } from 'vite';
import { offlineExample, scormExample } from './exampleFiles.ts';
import { licencesOf, packagesIn } from './licences.ts';
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
for (const name of packagesIn(output)) packages.add(name);
writeFileSync(join(TO, OTHERS, 'licences.txt'), licencesOf(packages));

const built = (name: string): string => readFileSync(join('dist', name), 'utf8');
writeFileSync(
  join(TO, 'offline.html'),
  await offlineExample(built('offline.html'), 'cell=lstm&units=3&seed=5&text=banana&t=2'),
);
writeFileSync(
  join(TO, 'counting-scorm.zip'),
  scormExample(built('offline-lesson.html'), join('public', 'lessons', 'counting.md')),
);
