import { fileURLToPath } from 'node:url';
import { measureForward } from './forward.ts';
import { forwardInChromium } from './inChromium.ts';
import { measurePage } from './page.ts';
import { preparePeers } from './peers.ts';
import { header, line } from './table.ts';

/** Prints everything; `npm run bench -- node`, `-- chromium` or `-- page` prints one part. */
const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
console.warn = () => {}; // tfjs remarks on its own initialisers

if (wanted('node')) {
  preparePeers({
    tfjs: fileURLToPath(new URL('../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)),
  });
  console.log(header(`Node ${process.version}`));
  await measureForward((row) => console.log(line(row)));
}
if (wanted('chromium')) {
  console.log(header('Chromium'));
  await forwardInChromium((row) => console.log(line(row)));
}
if (wanted('page')) {
  console.log('\nThe built page in Chromium (npm run build first)\n');
  await measurePage(console.log);
}
