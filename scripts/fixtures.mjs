// Copies the reference vectors that the parity tests read, without float32 repetitions.
// node scripts/fixtures.mjs <folder of the reference vectors>
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from] = process.argv.slice(2);
if (!from) throw new Error('Name the folder of the reference vectors.');
const to = new URL('../tests/fixtures/reference/', import.meta.url).pathname;
const dropped = new Set(['float32', 'float32_max_abs_diff', 'float32_vs_float64_output_max_abs_diff', 'checks']);

for (const folder of ['cells', 'torch', 'onnx', 'keras', 'layouts', 'train']) {
  mkdirSync(join(to, folder), { recursive: true });
  for (const file of readdirSync(join(from, folder))) {
    if (!file.endsWith('.json')) {
      copyFileSync(join(from, folder, file), join(to, folder, file));
      continue;
    }
    const { cases, ...head } = JSON.parse(readFileSync(join(from, folder, file), 'utf8'));
    const strip = (key, value) => (dropped.has(key) ? undefined : value);
    const lines = cases.map((one) => JSON.stringify(one, strip)).join(',\n');
    writeFileSync(
      join(to, folder, file),
      `{"head":${JSON.stringify(head, (k, v) => (dropped.has(k) && k !== 'float32' ? undefined : v))},\n"cases":[\n${lines}\n]}\n`,
    );
  }
}
