import { mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the bundled scripts. */
    scripts: string;
  }
}

/** The scripts that tests run as commands. `cell` is not among them: it loads TypeScript, as its reader writes it. */
const NAMES = ['examine', 'lab', 'models', 'presets', 'study', 'train'];

/** Files that a module finds beside itself stay where they are. */
const fromSource: Plugin = {
  name: 'from-source',
  transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
};

/** Bundles the scripts once: to compile the modules of one anew takes longer than most of its runs. */
export default async function scripts(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(resolve('node_modules/.scripts-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [fromSource],
    build: {
      ssr: true,
      minify: false,
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: { input: NAMES.map((name) => `scripts/${name}.ts`) },
    },
  });
  project.provide('scripts', folder);
  return () => rmSync(folder, { recursive: true });
}
