import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = new URL('../../src/', import.meta.url);

/** What may not stand below the store: frameworks, the page, time and chance. */
const forbidden = [
  /from\s+['"](react|react-dom|zustand)(\/[^'"]*)?['"]/,
  /import\s*\(?\s*['"](react|react-dom|zustand)/,
  /\b(document|window|navigator|localStorage)\s*[.[]/,
  /\b(globalThis|self)\s*\.\s*(document|window)\b/,
  /\b(setTimeout|setInterval|queueMicrotask|requestAnimationFrame)\s*\(/,
  /\bMath\.random\b/,
  /\bcrypto\.(getRandomValues|randomUUID)\b/,
  /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bperformance\.now\b/,
  /\beval\s*\(|\bnew Function\b/,
];

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const violations = (text: string): string[] => forbidden.filter((one) => one.test(withoutComments(text))).map(String);

describe.each(['ops', 'cell', 'cells', 'engine', 'notation', 'figure', 'analysis', 'io'])('src/%s', (folder) => {
  const files = readdirSync(new URL(`${folder}/`, source), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  it('has files', () => expect(files.length).toBeGreaterThan(0));
  it.each(files)('%s needs no framework, page, clock or chance', (file) => {
    expect(violations(readFileSync(new URL(`${folder}/${file}`, source), 'utf8'))).toEqual([]);
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
  ])('finds %s', (text) => expect(violations(text)).toHaveLength(1));
  it('lets comments and other words be', () => {
    expect(violations('// window.open()\n/* Math.random */ const updated = fold(documents.length);')).toEqual([]);
  });
});
