import { fileURLToPath } from 'node:url';
import { measureInChromium } from './inChromium.ts';
import { measure } from './measurements.ts';
import { measurePage } from './page.ts';
import { preparePeers } from './peers.ts';
import { pytorch } from './pytorch.ts';

/** Runs all benchmarks; `npm run bench -- node`, `-- chromium` or `-- page` runs one part. */
const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
console.warn = () => {}; // silences TensorFlow.js's remarks on its own initialisers

if (wanted('node')) {
  preparePeers({
    tfjs: fileURLToPath(new URL('../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)),
  });
  const torch = await pytorch();
  const where = `Node ${process.version}${torch ? `, ${torch.version} on one thread` : ''}`;
  await measure(where, console.log, torch ? [torch.peer] : []);
  torch?.close();
}
if (wanted('chromium')) await measureInChromium(console.log);
if (wanted('page')) {
  console.log('\nThe built page in Chromium (npm run build first)\n');
  await measurePage(console.log);
}
