import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figureOf, figureTikz } from '../../src/components/share/figureFile.ts';
import { texText } from '../../src/figure/texText.ts';
import { opened } from '../../src/io/opening.ts';
import { optionsWritten } from '../../src/io/publishedOptions.ts';
import { yesNo } from '../../src/io/urlReaders.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { everyCell } from '../everyCell.ts';
import { many } from '../setup/cases.ts';

const zooms = ['lanes', 'vector', 'unit'];

async function tikz(hash: string, letters = true): Promise<string> {
  const { moment, notices } = await opened(hash, home);
  expect(notices).toEqual([]);
  const figure = figureOf(createDerive()(moment.inputs), moment, null, { ground: 'light', letters });
  return figureTikz(figure, 120);
}

test('the picture for LaTeX is as it was approved', async () => {
  await expect(await tikz('cell=rnn&text=ab&units=2&t=1')).toMatchFileSnapshot('golden/rnn.tikz');
});

test('letters can be left out, and every colour that is used has a name', async () => {
  const [with_, without] = [await tikz('cell=lstm&text=ab'), await tikz('cell=lstm&text=ab', false)];
  expect(with_).toContain('$f_{t}$');
  expect(without).not.toContain('$f_{t}$');
  const used = new Set([...with_.matchAll(/=(gatescope\d+)\b/g)].map(([, name]) => name));
  const named = [...with_.matchAll(/^\\definecolor\{(\w+)\}\{HTML\}\{[0-9A-F]{6}\}%$/gm)].map(([, name]) => name);
  expect([...used].sort()).toEqual(named.sort());
});

test('what is not computed yet is not in it', async () => {
  const paths = async (stage: string): Promise<number> =>
    (await tikz(`cell=lstm&text=ab&${stage}`)).match(/svg \{/g)?.length ?? 0;
  expect(await paths('done=0')).toBeLessThan((await paths('stage=forget')) - 8);
  expect(await paths('stage=forget')).toBeLessThan((await paths('t=1')) - 40);
});

test('marked letters are accents of mathematics', () => {
  expect(texText('f\u0302', 'maths')).toBe('\\hat{f}');
  expect(texText('i\u0302\u00d7', 'maths')).toBe('\\hat{\\imath}\\times ');
  expect(texText('e\u0302', 'text')).toBe('e\u0302');
});

test('nothing that a reader types is a command', () => {
  expect(texText('\\input{/etc/passwd}% $x^2_&#~', 'text')).toBe(
    '\\textbackslash{}input\\{/etc/passwd\\}\\% \\$x\\textasciicircum{}2\\_\\&\\#\\textasciitilde{}',
  );
});

type Engine = 'pdflatex' | 'lualatex';
const installed = (engine: Engine): boolean => spawnSync(engine, ['--version']).status === 0;

/** The log of an engine that sets a document in which each picture is a page. */
function logOf(engine: Engine, pictures: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatescope-tikz-'));
  for (const [k, picture] of pictures.entries()) writeFileSync(join(folder, `${k}.tikz`), picture);
  const pages = pictures.map(
    (_, k) => `\\setbox0\\hbox{\\input{${k}.tikz}}\\typeout{WIDTH \\the\\wd0}\\noindent\\box0\\newpage`,
  );
  writeFileSync(
    join(folder, 'main.tex'),
    `\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\usepackage{tikz}\\usetikzlibrary{svg.path}\\begin{document}\n${pages.join('\n')}\n\\end{document}`,
  );
  spawnSync(engine, ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'main.tex'], { cwd: folder });
  const log = readFileSync(join(folder, 'main.log'), 'utf8');
  rmSync(folder, { recursive: true });
  return log;
}

/** Expects the engine to set every picture in a width of 120 mm, without an error or a warning of its own. */
function expectSet(engine: Engine, pictures: readonly string[]): void {
  const log = logOf(engine, pictures);
  expect(log.match(/^(!|LaTeX Warning|LaTeX Font Warning|Missing character).*/gm)).toBeNull();
  const widths = [...log.matchAll(/^WIDTH ([\d.]+)pt/gm)].map(([, points]) => (Number(points) / 72.27) * 25.4);
  expect(widths).toHaveLength(pictures.length);
  for (const width of widths) expect(width).toBeCloseTo(120, 1);
}

test.skipIf(!installed('pdflatex'))('LaTeX sets what a reader typed', async () => {
  expectSet('pdflatex', [await tikz('cell=peephole&text=a%5C%7B%25%24_%26%23&zoom=unit&t=2&stage=forget')]);
});

if (many)
  test.each((['pdflatex', 'lualatex'] as const).filter(installed))(
    '%s sets every cell in its forms',
    async (engine) => {
      const pictures: string[] = [];
      // the first and the last combination of each cell's options
      const named = everyCell.map((one) => [one.cell.declaration.id, one] as const);
      const some = [...new Map(named.toReversed()).values(), ...new Map(named).values()];
      for (const [k, { cell }] of some.entries()) {
        const options = Object.entries(optionsWritten(cell.declaration.id, cell.options));
        const written = options.map(
          ([name, value]) => `${name}:${typeof value === 'string' ? value : yesNo[`${value}`]}`,
        );
        const { id } = cell.stages[k % cell.stages.length];
        const zoom = zooms[k % zooms.length];
        pictures.push(
          await tikz(`cell=${cell.declaration.id}&options=${written}&text=ab&t=2&stage=${id}&zoom=${zoom}`),
        );
      }
      expectSet(engine, pictures);
    },
  );
