import { describe, expect, it } from 'vitest';
import { floors, rowOf, sourcesIn, textOf } from './floors.ts';

/** Folders below the components, except the store, which has workers and a clock. */
const folders = [...floors.keys()].filter((folder) => rowOf(folder) < rowOf('components') && folder !== 'store');
/** Entries of the worker threads, which provide a run with its clock, scheduling and messages. */
const excepted = ['training/worker.ts', 'laboratory/pointWorker.ts'];

/** Forbidden in these folders: frameworks, the page, threads, time and chance. */
const impure = [
  /from\s+['"](react|react-dom|zustand)(\/[^'"]*)?['"]/,
  /import\s*\(?\s*['"](react|react-dom|zustand)/,
  /\b(document|window|navigator|localStorage)(\.\w|\[)/,
  /\b(globalThis|self)\s*\.\s*(document|window)\b/,
  /\b(setTimeout|setInterval|queueMicrotask|requestAnimationFrame)\s*\(/,
  /\bMath\.random\b/,
  /\bcrypto\.(getRandomValues|randomUUID)\b/,
  /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bperformance\.now\b/,
  /\beval\s*\(|\bnew Function\b/,
  /\bnew (Worker|MessageChannel|BroadcastChannel|WebSocket|XMLHttpRequest)\b|\bfetch\s*\(/,
];

/** Folders whose numbers must be the same on every machine: all but those that only draw or print. */
const computing = folders.filter((folder) => !['notation', 'figure', 'theme'].includes(folder));
/** Functions whose last digit ECMAScript leaves to the engine: transcendental ones, and powers except those of 2. */
const inexact = [
  /\bMath\.(?!abs\b|ceil\b|floor\b|fround\b|imul\b|clz32\b|max\b|min\b|round\b|sign\b|sqrt\b|trunc\b|[A-Z])\w+/,
  /(?<!\b2 )\*\*/,
];

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const violations = (text: string, of: readonly RegExp[]): string[] =>
  of.filter((one) => one.test(withoutComments(text))).map(String);
const filesOf = (folder: string): string[] => sourcesIn(folder).filter((name) => !excepted.includes(name));

it.each(excepted)('%s, which is excepted, is there', (file) => expect(textOf(file)).not.toBe(''));

describe.each(folders)('src/%s', (folder) => {
  it('has files', () => expect(filesOf(folder).length).toBeGreaterThan(0));
  it.each(filesOf(folder))('%s needs no framework, page, thread, clock or chance', (file) => {
    expect(violations(textOf(file), impure)).toEqual([]);
  });
});

describe.each(computing)('src/%s', (folder) => {
  it.each(filesOf(folder))('%s computes the same on every machine', (file) => {
    expect(violations(textOf(file), inexact)).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    "import { useState } from 'react';",
    'import { createStore } from "zustand/vanilla";',
    "const late = await import('react-dom/client');",
    'document.createElement("p")',
    'window.open()',
    'setTimeout(() => {}, 1)',
    'const r = Math.random;',
    'const now = new Date();',
    'Date.now()',
    "new Worker(new URL('./worker.ts', import.meta.url))",
    'await fetch(address)',
  ])('finds %s', (text) => expect(violations(text, impure)).toHaveLength(1));
  it.each(['Math.exp(x)', 'const { tanh } = { tanh: Math.tanh };', 'error ** 2', '10 ** k', 'x2 ** k'])(
    'finds %s',
    (text) => expect(violations(text, inexact)).toHaveLength(1),
  );
  it('lets comments and other words be', () => {
    const text = '// window.open()\n/* Math.random */ const updated = fold(documents.length);';
    expect(violations(text, impure)).toEqual([]);
    expect(violations('const bytes = 5 * 2 ** 20 + Math.floor(Math.PI) + Math.sqrt(x * x);', inexact)).toEqual([]);
  });
});
