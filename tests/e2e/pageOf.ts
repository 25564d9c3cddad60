import { resolve } from 'node:path';
import { mystParse } from 'myst-parser';
import { build, type Rollup } from 'vite';

/** The frame as Canvas keeps it: it removes every other element and every other attribute. */
export const canvas = (text: string): string => {
  const kept = ['src', 'title', 'width', 'height', 'allowfullscreen'];
  const attributes = [...text.matchAll(/ ([a-z]+)(="[^"]*")?/g)].filter(([, name]) => kept.includes(name));
  return `<div style="width: 720px"><iframe${attributes.map(([all]) => all).join('')}></iframe></div>`;
};

interface MystNode {
  readonly type: string;
  readonly children?: readonly MystNode[];
  readonly value?: string;
  readonly src?: string;
  readonly width?: string;
}

/** The first node of a type in a tree of MyST. */
function first(tree: MystNode, type: string): MystNode {
  const within = (node: MystNode): MystNode | undefined =>
    node.type === type ? node : node.children?.map(within).find((found) => found);
  const found = within(tree);
  if (!found) throw new Error(`MyST reads no ${type}.`);
  return found;
}

/** A frame as MyST reads it, laid out as its theme does. */
export const myst = (text: string): string => {
  const tree = mystParse(text) as MystNode;
  const { src = '', width } = first(tree, 'iframe');
  const caption = first(first(tree, 'caption'), 'text').value;
  return `<figure style="width: ${width}"><div style="position: relative; padding-bottom: 60%"><iframe title="${caption}"
    style="position: absolute; width: 100%; height: 100%" src="${src.replaceAll('&', '&amp;')}"></iframe></div></figure>`;
};

/** A frame as a notebook prints it: IPython leaves every character of an address as it is. */
export const jupyter = (text: string): string => {
  const [, src, width, height] =
    text.match(/^from IPython\.display import IFrame\n\nIFrame\(("[^"]+"), width="(100%)", height=(\d+)\)$/) ?? [];
  return `<iframe width="${width}" height="${height}" src="${JSON.parse(src)}" frameborder="0" allowfullscreen></iframe>`;
};

/** A block of raw HTML as Quarto hands it on. */
export const quarto = (text: string): string => text.replace(/^```\{=html\}\n(.+)\n```$/, '$1');

/** A page of React that shows the component of a module, made by a bundler with the packed package. */
export async function reactPage(source: string, component: string): Promise<string> {
  const entry = resolve('page.tsx');
  const code = `${source}\nimport { createRoot } from 'react-dom/client';\ncreateRoot(document.getElementById('root')!).render(<${component} />);`;
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      { name: 'page', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
    ],
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      rollupOptions: { input: entry, output: { codeSplitting: false } },
    },
  })) as Rollup.RollupOutput;
  const script = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  const style = output.map((file) => (file.fileName.endsWith('.css') && 'source' in file ? file.source : '')).join('');
  return `<style>${style}</style><div id="root"></div><script type="module">${script.replaceAll('</script', '<\\/script')}</script>`;
}
