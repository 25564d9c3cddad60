import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, appWithPackage } from './packed.ts';

/** Every whole program in a document but for files of the repository itself, with a name for the test. */
const programsIn = (path: string): [name: string, source: string][] =>
  [...readFileSync(path, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, source]) => source)
    .filter((source) => !source.includes("from '../"))
    .map((source, k) => [`${path}, program ${k + 1}`, source]);

const programs = [...programsIn('docs/api.md'), ...programsIn('docs/adding-a-cell.md')];
/** The name of the module of a program. */
const moduleOf = (k: number): string => `program${k + 1}`;

let app: App;
/** The compiler's complaints about all programs, compiled at once, because each run reads the package's types anew. */
let complaints: readonly string[];
beforeAll(() => {
  app = appWithPackage();
  complaints = app.compile({
    ...Object.fromEntries(programs.map(([, source], k) => [moduleOf(k), source])),
    refused: `import { createCell } from 'gatescope/core'; createCell('lstm', { D: '2', H: 3 });`,
  });
});
afterAll(() => app.remove());

test('the packed core runs in Node without a DOM and gives the numbers of PyTorch', () => {
  const file = JSON.parse(readFileSync('tests/fixtures/reference/torch/torch_lstm.json', 'utf8'));
  const { case: example, run } = torchLstm(file);
  const printed = app.node(`
    import { createCell } from 'gatescope/core';
    if (typeof document !== 'undefined') throw new Error('there is a DOM');
    const tape = createCell('lstm', ${JSON.stringify(run.setting)}).run(${JSON.stringify(run.x)});
    console.log(JSON.stringify(Array.from({ length: tape.length }, (_, t) => [...tape.values('h', t + 1)]).flat()));
  `);
  const h = JSON.parse(printed) as number[];
  expect(h).toHaveLength(example.length);
  for (const [k, value] of h.entries()) expect(Math.abs(value - example[k])).toBeLessThan(1e-11);
});

test.each(programs.map(([name, source], k) => [name, source, moduleOf(k)]))(
  '%s compiles against the package’s types and runs',
  (_, source, module) => {
    expect(source).toContain("from 'gatescope/core'");
    expect(complaints.filter((line) => line.startsWith(`${module}.ts`))).toEqual([]);
    const printed = app.run(module);
    for (const [, promised] of source.matchAll(/console\.log\(cellOf.*\/\/ (.*)/g)) expect(printed).toContain(promised);
    expect(printed).not.toBe('');
  },
);

test('the types refuse what the core does not know', () => {
  expect(complaints[0]).toMatch(/^refused\.ts.*not assignable/);
  // the complaint goes on in lines that are set in, and is the only one
  expect(complaints.slice(1).filter((line) => !line.startsWith(' '))).toEqual([]);
});

interface Tensor {
  shape: number[];
  data: number[];
}

/** The first case of one layer, one direction and batch 1 without an initial state, as parameters of the core. */
function torchLstm(file: { cases: Record<string, never>[] }): {
  case: number[];
  run: { setting: object; x: number[] };
} {
  const found = file.cases.find((one: Record<string, unknown>) => {
    const params = one.params as Record<string, Tensor>;
    const x = one.x as Tensor;
    const output = (one.expected as { float64: { output: Partial<Tensor> } }).float64.output;
    return Object.keys(params).length === 4 && x.shape[1] === 1 && x.data && !one.h0 && output.data;
  }) as unknown as { params: Record<string, Tensor>; x: Tensor; expected: { float64: { output: Tensor } } };
  const { params, x, expected } = found;
  const H = params.weight_hh_l0.shape[1];
  const D = x.shape[2];
  const block = (values: number[], gate: number, width: number): number[] =>
    values.slice(gate * H * width, (gate + 1) * H * width);
  const parameters: Record<string, number[]> = {};
  ['i', 'f', 'C', 'o'].forEach((name, gate) => {
    parameters[`W_${name}`] = block(params.weight_ih_l0.data, gate, D);
    parameters[`U_${name}`] = block(params.weight_hh_l0.data, gate, H);
    const hidden = block(params.bias_hh_l0.data, gate, 1);
    parameters[`b_${name}`] = block(params.bias_ih_l0.data, gate, 1).map((b, k) => b + hidden[k]);
  });
  return { case: expected.float64.output.data, run: { setting: { D, H, parameters }, x: x.data } };
}
