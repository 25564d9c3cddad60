import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, appWithPackage, compilers } from './packed.ts';

let app: App;
beforeAll(() => {
  app = appWithPackage();
  symlinkSync(resolve('node_modules/@types'), join(app.folder, 'node_modules/@types'), 'junction');
});
afterAll(() => app.remove());

test('are the types wrong? Not for Node’s modules and not for bundlers', async () => {
  const found = await checkPackage(createPackageFromTarballData(readFileSync(app.tarball)), {
    excludeEntrypoints: ['./react/style.css', './element', './notebook', './package.json'],
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
];
const wrong = [
  '<GateDiagram cell="lstn" />',
  '<GateDiagram options={{ reset: "never" }} />',
  '<GateDiagram options={{ form: true }} />',
  '<GateDiagram stage="nowhere" />',
  '<GateDiagram controls={["diagramm"]} />',
];

test.each(Object.entries(compilers))('%s knows the cells, options and stages of the registry', (_, compiler) => {
  const elements = [...right, ...wrong].map((element, k) => `export const e${k} = ${element};`);
  const source = `import { GateDiagram } from 'gatescope/react';\n${elements.join('\n')}\n`;
  let output = '';
  try {
    app.checkJsx(source, compiler);
  } catch (error) {
    output = (error as Error).message;
  }
  // line 1 is the import
  const lines = [...output.matchAll(/^main\.tsx\((\d+),/gm)].map(([, line]) => Number(line) - 2);
  expect(lines, output).toEqual(wrong.map((_, k) => right.length + k));
});

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
