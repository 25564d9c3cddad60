import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { many } from '../setup/cases.ts';
import { type App, appWithPackage, compilers } from './packed.ts';

let app: App;
beforeAll(() => {
  app = appWithPackage();
  symlinkSync(resolve('node_modules/@types'), join(app.folder, 'node_modules/@types'), 'junction');
});
afterAll(() => app.remove());

test('are the types wrong? Not for Node’s modules and not for bundlers', async () => {
  const found = await checkPackage(createPackageFromTarballData(readFileSync(app.tarball)), {
    excludeEntrypoints: ['./react/style.css', './notebook', './package.json'],
  });
  if (!found.types) throw new Error('The package has no types.');
  // the package is ESM only: neither `require` nor resolution without `exports` finds it
  const problems = found.problems.filter(
    (problem) => !('resolutionKind' in problem && /^node1(0|6-cjs)$/.test(problem.resolutionKind)),
  );
  expect(problems).toEqual([]);
});

const right = [
  '<GateDiagram cell="gru" options={{ reset: "after", bias: false }} stage="candidate" controls={["timeline"]} />',
  '<GateDiagram cell={undefined} options={{ form: undefined }} onStep={({ stage }) => stage === "candidate"} />',
  '<gate-diagram cell="gru" text="hello" t={2} stage="candidate" hotkeys="off" forgetBias={0.5}><p>GRU</p></gate-diagram>',
  '<gate-diagram t="2" rows={[[1], [2]]} weights={{ W_h: [0.5] }} parts={["diagram"]} id="a" key="b" autoplay={false} />',
  '<gate-diagram ongates-step={({ detail }) => detail.stage === "candidate"} ref={(e: GateDiagramElement | null) => { e?.t; }} />',
  'document.querySelector("gate-diagram")?.getAttribute("cell")',
  'Object.assign(document.createElement("gate-diagram"), {}).cell?.toUpperCase()',
  '(document.createElement("gate-diagram").parts = ["timeline"])',
  'document.addEventListener("gates-step", ({ detail: { timestep } }) => timestep.toFixed())',
  '((step: GateStep): Parameters<NonNullable<Parameters<typeof GateDiagram>[0]["onStep"]>>[0] => step)',
];
const wrong = [
  '<GateDiagram cell="lstn" />',
  '<GateDiagram options={{ reset: "never" }} />',
  '<GateDiagram options={{ form: true }} />',
  '<GateDiagram stage="nowhere" />',
  '<GateDiagram controls={["diagramm"]} />',
  '<gate-diagram cell="lstn" />',
  '<gate-diagram stage="nowhere" />',
  '<gate-diagram t="two" />',
  '<gate-diagram parts={["diagramm"]} />',
  '<gate-diagram colour="red" />',
  '<gate-diagram ongates-step={({ detail }) => detail.stage === "nowhere"} />',
  '(document.createElement("gate-diagram").theme = "grey")',
];

test.each(Object.entries(compilers).filter(([name]) => many || name.includes('7')))(
  '%s knows the component and the element by the registry',
  (_, compiler) => {
    const imports = [
      "import type { GateDiagramElement, GateStep } from 'gatescope/element';",
      "import type {} from 'gatescope/element/jsx';",
      "import { GateDiagram } from 'gatescope/react';",
      "import 'gatescope/react/style.css';",
    ];
    const expressions = [...right, ...wrong].map((expression, k) => `export const e${k} = ${expression};`);
    let output = '';
    try {
      app.checkJsx([...imports, ...expressions, ''].join('\n'), compiler);
    } catch (error) {
      output = (error as Error).message;
    }
    const lines = [...output.matchAll(/^main\.tsx\((\d+),/gm)].map(([, line]) => Number(line) - 1 - imports.length);
    expect(lines, output).toEqual(wrong.map((_, k) => right.length + k));
  },
);

test('on a server without state and context the import gives a reference, and that renders the diagram', () => {
  const reference = app.node(
    `import { GateDiagram } from 'gatescope/react'; console.log(typeof GateDiagram, String(GateDiagram.$$typeof));`,
    'react-server',
  );
  expect(reference).toContain('object Symbol(react.lazy)');
  const html = app.node(`
    import { createElement } from 'react';
    import { renderToPipeableStream } from 'react-dom/server';
    import { pathToFileURL } from 'node:url';
    const { GateDiagram } = await import(pathToFileURL('node_modules/gatescope/lib/react/reactServer.js'));
    const { pipe } = renderToPipeableStream(createElement(GateDiagram, { text: 'hello', timestep: 2 }), {
      onAllReady: () => pipe(process.stdout),
    });`);
  expect(html).toContain('at timestep 2 of 5');
});
