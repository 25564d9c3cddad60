import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figureOf, figureTikz } from '../../src/components/share/figureFile.ts';
import { texText } from '../../src/figure/texText.ts';
import { opened } from '../../src/io/opening.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';

async function tikz(hash: string, letters = true): Promise<string> {
  const { moment } = await opened(hash, home);
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

test('nothing that a reader types is a command', () => {
  expect(texText('\\input{/etc/passwd}% $x^2_&#~', 'text')).toBe(
    '\\textbackslash{}input\\{/etc/passwd\\}\\% \\$x\\textasciicircum{}2\\_\\&\\#\\textasciitilde{}',
  );
});

const latex = spawnSync('pdflatex', ['--version']).status === 0;

test.skipIf(!latex)(
  'LaTeX sets it in the width that was asked for, without an error or a warning of its own',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatescope-tikz-'));
    writeFileSync(
      join(folder, 'figure.tikz'),
      await tikz('cell=peephole&text=a%5C%7B%25%24_%26%23&zoom=unit&t=2&stage=forget'),
    );
    writeFileSync(
      join(folder, 'main.tex'),
      String.raw`\documentclass{article}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{tikz}\usetikzlibrary{svg.path}
\begin{document}\setbox0\hbox{\input{figure.tikz}}\typeout{WIDTH \the\wd0}\noindent\box0\end{document}`,
    );
    spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'main.tex'], {
      cwd: folder,
    });
    const log = readFileSync(join(folder, 'main.log'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(log.match(/^(!|LaTeX Warning|LaTeX Font Warning|Missing character).*/gm)).toBeNull();
    const [, points] = log.match(/WIDTH ([\d.]+)pt/) ?? [];
    expect((Number(points) / 72.27) * 25.4).toBeCloseTo(120, 1);
  },
);
