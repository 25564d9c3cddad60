import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Tape } from '../../../src/engine/tape.ts';
import { colourOf } from '../../../src/theme/colour.ts';
import { many } from '../../setup/cases.ts';
import { Bound, tapeOf } from './support.tsx';

const letters = (T: number): string[] => Array.from({ length: T }, (_, k) => 'the cat sat. '[k % 13]);
const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
const settled = async (): Promise<void> => {
  for (let k = 0; k < 6; k++) await frame();
};
const stripOf = (signal: string): HTMLCanvasElement =>
  document.querySelector(`[data-signal="${signal}"] canvas`) as HTMLCanvasElement;
const scroller = (): HTMLElement => document.querySelector('.timeline-scroll') as HTMLElement;

function pixel(canvas: HTMLCanvasElement, x: number, y: number): string {
  const ratio = canvas.width / canvas.getBoundingClientRect().width;
  const data = canvas.getContext('2d')?.getImageData(Math.floor(x * ratio), Math.floor(y * ratio), 1, 1).data ?? [];
  return `rgb(${[...data].slice(0, 3).join(', ')})`;
}

/** Waits until the strip of the signal has all its tiles, which take as many frames as the machine needs, and each in its colour. */
const painted = (
  signal: string,
  rows: number,
  timesteps: readonly number[],
  colour: (t: number, row: number) => string,
): Promise<void> =>
  vi.waitFor(() => {
    const canvas = stripOf(signal);
    const { width, height } = canvas.getBoundingClientRect();
    for (const t of timesteps)
      for (let row = 0; row < rows; row++)
        expect(pixel(canvas, ((t - 0.5) * width) / 12, ((row + 0.4) * height) / rows), `t ${t}, row ${row}`).toBe(
          colour(t, row),
        );
  }, 30_000);

describe('the timeline in a browser', () => {
  it.each([false, true])('paints every cell in the colour of its value (dark: %s)', async (dark) => {
    await page.viewport(1024, 900);
    const tape = tapeOf(12, 5);
    await render(<Bound tape={tape} tokens={letters(12)} dark={dark} start={12} />);
    for (const [signal, kind] of [
      ['f', 'gate'],
      ['candidate', 'signed'],
      ['i', 'gate'],
    ] as const)
      await painted(signal, 5, [1, 6, 12], (t, unit) => colourOf(kind, tape.values(signal, t)[unit], dark));
  });

  it('goes where a cell or a token is clicked, and reads the value under the pointer', async () => {
    await page.viewport(1024, 900);
    const tape = tapeOf(12, 5);
    await render(<Bound tape={tape} tokens={letters(12)} start={2} />);
    await settled();
    const canvas = stripOf('i');
    const { width, height } = canvas.getBoundingClientRect();
    await userEvent.click(canvas, { position: { x: (8.5 * width) / 12, y: (3.5 * height) / 5 } });
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 9 i 3');
    await expect.element(page.getByRole('status')).toHaveTextContent(tape.values('i', 9)[3].toFixed(4));
    await page.getByRole('button', { name: 'timestep 4, space' }).click();
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 4 i 3');
  });

  it('colours gradients relative to the largest, all of them as computed, and says what they are of', async () => {
    await page.viewport(1024, 900);
    const tape = tapeOf(12, 5);
    await render(<Bound tape={tape} tokens={letters(12)} start={3} gradient={{ of: 'log p(“a”)', largest: 40 }} />);
    for (const signal of ['f', 'candidate'])
      await painted(signal, 5, [1, 6, 12], (t, unit) => colourOf('gradient', tape.values(signal, t)[unit] / 40, false));
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('derivative of log p(“a”) with respect to forget gate, unit 2');
  });

  it.each([
    [1e-8, /^\d × 10⁻\S+ −\d × 10⁻\S+$/],
    [1e-2, /^0\.0+\d −0\.0+\d$/],
    [1e30, /^\d × 10\S+ −\d × 10\S+$/],
  ] as const)('names the ends of the line of a unit whose gradients are about %d', async (size, ends) => {
    await page.viewport(1024, 900);
    const { program, parameters, data, length } = tapeOf(12, 5);
    const adjoint = new Tape(
      program,
      parameters,
      data.map((value) => (value === 0 ? 0 : size * Math.sign(value))),
      length,
    );
    await render(<Bound tape={adjoint} tokens={letters(12)} gradient={{ of: 'h', largest: size }} />);
    await userEvent.click(page.getByRole('button', { name: /^Line of unit/ }));
    await settled();
    const axis = [...document.querySelectorAll('.timeline-strip:not(.gradient-sizes) .timeline-axis')].map(
      ({ children }) => [...children].map(({ textContent }) => textContent).join(' '),
    );
    expect(axis.length).toBeGreaterThan(3);
    for (const text of axis) expect(text).toMatch(ends);
  });

  it('draws the limits behind the line of a unit in grey, not in the colour of the line', async () => {
    await page.viewport(1024, 900);
    await render(<Bound tape={tapeOf(12, 5)} tokens={letters(12)} start={12} />);
    await userEvent.click(page.getByRole('button', { name: /^Line of unit/ }));
    const probe = scroller().appendChild(document.createElement('span'));
    probe.style.color = 'var(--line)';
    const grey = getComputedStyle(probe).color;
    await vi.waitFor(() => {
      const canvas = stripOf('f');
      const column = Array.from({ length: canvas.clientHeight }, (_, y) => pixel(canvas, 1, y));
      // 0 and 1
      expect(column.filter((colour) => colour === grey)).toHaveLength(2);
    }, 30_000);
    probe.remove();
  });

  it('names the rows of the input by what they read, also the line of one', async () => {
    await page.viewport(1024, 900);
    await render(<Bound tape={tapeOf(12, 5)} tokens={letters(12)} start={12} />);
    const name = () => stripOf('x').previousElementSibling?.textContent;
    expect(name()).toBe('xtinputabc');
    await userEvent.click(page.getByRole('button', { name: 'Line of unit 2' }));
    await vi.waitFor(() => expect(name()).toMatch(/^xt“b”/), 30_000);
    expect(stripOf('f').previousElementSibling?.textContent).toMatch(/^ftunit\u00a02/);
  });

  it('shows the answers under the tokens and, output by output, under the signals', async () => {
    await page.viewport(1024, 1200);
    const probabilities = Float64Array.from({ length: 36 }, (_, k) => [0.1, 0.7, 0.2][(k + Math.floor(k / 3)) % 3]);
    const asked: number[] = [];
    const answers = {
      names: ['yes', 'no', ' '],
      y: probabilities,
      probabilities,
      asked: null,
      onAsk: (k: number) => asked.push(k),
    };
    const { container } = await render(
      <Bound tape={tapeOf(12, 2)} tokens={letters(12)} start={12} answers={answers} />,
    );
    await settled();
    expect(document.querySelectorAll('[data-kind="answer"] button').length).toBe(12);
    await page.getByRole('button', { name: 'timestep 2, answer yes, 70\u202f%' }).click();
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 2 f 1');
    const canvas = stripOf('answers');
    canvas.scrollIntoView({ block: 'center' });
    await page.getByRole('button', { name: 'timestep 12, not answered yet' }).click();
    await painted('answers', 3, [1, 2, 12], (t, k) => colourOf('gate', probabilities[(t - 1) * 3 + k], false));
    const { width, height } = canvas.getBoundingClientRect();
    await userEvent.click(canvas, { position: { x: (6.5 * width) / 12, y: (2.5 * height) / 3 } });
    expect(asked).toEqual([2]);
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 7');
    await expect.element(page.getByRole('status')).toHaveTextContent('answer ␣, t = 7: 20');
    const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  });

  it('is moved through by keyboard alone', async () => {
    await render(<Bound tape={tapeOf(30, 4)} tokens={letters(30)} start={5} />);
    scroller().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowDown}');
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 6 f 2');
    await userEvent.keyboard('{End}{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 30 x 2');
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByTestId('where')).toHaveTextContent('t 1 x 2');
  });

  it.each([false, true])('has no axe violation and fits 390 px (dark: %s)', async (dark) => {
    await page.viewport(390, 800);
    const { container } = await render(<Bound tape={tapeOf(60, 6)} tokens={letters(60)} dark={dark} start={20} />);
    await settled();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  });

  it('keeps only the tokens around the window in the document', async () => {
    await page.viewport(1024, 900);
    await render(<Bound tape={tapeOf(10000, 2)} tokens={letters(10000)} start={5000} />);
    await settled();
    await expect.element(page.getByRole('button', { name: /^timestep 5000,/ })).toBeVisible();
    expect(document.querySelectorAll('.timeline-token').length).toBeLessThan(200);
  });

  it.runIf(many)(
    'does no more work where it scrolls and scrubs 10,000 timesteps of 64 units than where 2,000',
    async () => {
      await page.viewport(1024, 900);
      const short = await workOf(2000);
      const long = await workOf(10000);
      expect(short.drawn).toBeGreaterThan(80);
      expect(short.changed).toBeGreaterThan(80);
      for (const kind of ['drawn', 'cells', 'changed'] as const)
        expect(long[kind], kind).toBeLessThan(1.2 * short[kind]);
    },
  );
});

/** Counts draw calls, repainted cells and changes of the document during the same movements in a sequence of T timesteps. */
async function workOf(T: number): Promise<Record<'drawn' | 'cells' | 'changed', number>> {
  let go = (_: number): void => undefined;
  const onMove = (set: typeof go): void => {
    go = set;
  };
  const { unmount } = await render(<Bound tape={tapeOf(T, 64)} tokens={letters(T)} start={1} onMove={onMove} />);
  await settled();
  const work = { drawn: 0, cells: 0, changed: 0 };
  const observer = new MutationObserver((changes) => {
    work.changed += changes.length;
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const draws = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage');
  const paints = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  const each = async (move: (k: number) => void): Promise<void> => {
    for (let k = 0; k < 20; k++) {
      move(k);
      await frame();
    }
  };
  await each((k) => {
    scroller().scrollLeft = k * 1600;
  });
  await each((k) => go(1 + k * 96));
  for (let k = 0; k < 4; k++) (document.querySelector('[aria-label="Narrower columns"]') as HTMLButtonElement).click();
  await each((k) => {
    scroller().scrollLeft = k * 240;
  });
  await each((k) => go(1 + ((k * 977) % 2000)));
  await settled();
  observer.disconnect();
  work.drawn = draws.mock.calls.length;
  for (const [image] of paints.mock.calls) work.cells += image.width * image.height;
  vi.restoreAllMocks();
  await unmount();
  return work;
}
