import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

/** Compiles the single-precision kernels (assembly/) and writes them as a module: `npm run wasm`. */
const root = fileURLToPath(new URL('..', import.meta.url));
const target = new URL('../src/engine/single/kernels.wasm.ts', import.meta.url);
const settings = [
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--disableWarning',
  '112',
];

/** Bytes of the WebAssembly module; the same source gives the same bytes. Throws the compiler's messages. */
export async function compileKernels(): Promise<Uint8Array> {
  let bytes: Uint8Array | null = null;
  const { error, stderr } = await main(
    ['assembly/machine.ts', '--baseDir', root, '--outFile', 'machine.wasm', '--initialMemory', '1', ...settings],
    {
      writeFile: (_, contents) => {
        if (contents instanceof Uint8Array) bytes = contents;
      },
    },
  );
  if (error || !bytes) throw new Error(`The kernels do not compile: ${error?.message}\n${stderr.toString()}`);
  return bytes;
}

/** Module with the bytes as text, so that it loads without a fetch in Node, pages and workers alike. */
export function moduleOf(bytes: Uint8Array): string {
  return `/** assembly/ compiled by \`npm run wasm\`: WebAssembly in base64. */
export const KERNELS =
  '${Buffer.from(bytes).toString('base64')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernels();
  writeFileSync(target, moduleOf(bytes));
  console.log(`${bytes.length} bytes of WebAssembly`);
}
