import { createHash } from 'node:crypto';
import { type Plugin, type Rollup, runnerImport } from 'vite';

/** The page that shows a picture until its script runs. */
const OFFLINE_PAGE = 'offline.html';

/** The policy of a page that has everything inside: it runs this one script and asks nobody for anything. */
const policyOf = (script: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * Writes a page as one file: its script and its styles are inside, the script at the end, so that a browser first paints
 * what the page contains: a picture of the first visit. The policy names the hash of the script, so that no other one can run,
 * whatever is added to the page.
 */
export const singleFile: Plugin = {
  name: 'single-file',
  apply: (_, { mode }) => mode.startsWith('offline'),
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const files = Object.values(bundle);
      const page = files.find(({ fileName }) => fileName.endsWith('.html')) as Rollup.OutputAsset;
      const css = files.map((file) => (file.fileName.endsWith('.css') ? sourceOf(file) : '')).join('');
      const script = inScript(files.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n'));
      const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">`;
      const { module } = await runnerImport<typeof import('./firstPicture.ts')>('./scripts/firstPicture.ts');
      const empty = sourceOf(page);
      page.source = (page.fileName === OFFLINE_PAGE ? module.withFirstPicture(empty) : empty)
        .replace(/<script type="module"[^>]*><\/script>|<link rel="stylesheet"[^>]*>/g, '')
        .replace('<head>', () => `<head>\n    ${policy}`)
        .replace('</head>', () => `<style>${css}</style></head>`)
        .replace('</body>', () => `<script type="module">${script}</script></body>`);
      for (const { fileName } of files) if (fileName !== page.fileName) delete bundle[fileName];
    },
  },
};

const sourceOf = (file: Rollup.OutputAsset | Rollup.OutputChunk): string =>
  file.type === 'asset' ? String(file.source) : file.code;

/** Code as a script element can contain it: what ends or opens an element is in strings and regular expressions alone. */
const inScript = (code: string): string =>
  code
    .trim()
    .replace(/<(?=\/script|script)/gi, '\\x3C')
    .replaceAll('<!--', '\\x3C!--');
