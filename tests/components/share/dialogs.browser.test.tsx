import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ExportMenu } from '../../../src/components/share/ExportMenu.tsx';
import { FileDrop } from '../../../src/components/share/FileDrop.tsx';
import { ShareDialog } from '../../../src/components/share/ShareDialog.tsx';
import { startFromLink } from '../../../src/components/share/startFromLink.ts';
import { home } from '../../../src/presets/index.ts';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import type { Gatescope } from '../../../src/store/gatescope.ts';
import { many } from '../../setup/cases.ts';
import { withGiven } from '../../store/given.ts';
import '../../../src/theme/theme.css';
import '../../../src/theme/fonts/fonts.css';

const START = 'v=1&cell=peephole&units=3&seed=5&text=hello&t=2&weights=b_f:0.1,0.2,0.3';
let saved: { readonly name: string; readonly blob: Blob }[] = [];

beforeEach(() => {
  saved = [];
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = create(blob);
    blobs.set(address, blob as Blob);
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href) as Blob });
  });
});
afterEach(() => vi.restoreAllMocks());

async function shown(hash = START, theme: 'light' | 'dark' = 'light'): Promise<Gatescope> {
  const { gatescope } = await startFromLink(hash, home);
  await render(
    <GatescopeProvider gatescope={gatescope}>
      <div data-theme={theme}>
        <ShareDialog />
        <ExportMenu home={home} />
        <FileDrop home={home} />
      </div>
    </GatescopeProvider>,
  );
  return gatescope;
}

const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name, exact: true }));
const numbers = (gate: Gatescope): readonly number[] => [...gate.derived().tape.data];

async function save(section: string, name: string): Promise<{ readonly name: string; readonly blob: Blob }> {
  const before = saved.length;
  await userEvent.click(page.getByRole('region', { name: section }).getByRole('button', { name, exact: true }));
  await vi.waitFor(() => expect(saved.length).toBe(before + 1), { timeout: 30_000 });
  return saved[before];
}

async function violations(): Promise<string[]> {
  const result = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('sharing', () => {
  test('gives a link that opens as the same numbers', async () => {
    const gate = await shown();
    await press('Share');
    const link = page.getByRole('textbox', { name: 'Link' });
    await expect.element(link).toHaveValue(expect.stringContaining('#v=1'));
    const opened = await startFromLink(new URL((link.element() as HTMLTextAreaElement).value).hash, home);
    expect(numbers(opened.gatescope)).toEqual(numbers(gate));
  });

  test('opens and closes by keyboard and gives focus back', async () => {
    await shown();
    const button = page.getByRole('button', { name: 'Share' });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Share this view' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(document.activeElement).toBe(button.element());
  });

  test('of weights with more digits than a link holds offers to round them, and links to what is then shown', async () => {
    const gate = await shown('v=1&cell=lstm&units=16&text=abcdefgh');
    const { inputs } = gate.getState();
    const values = Object.fromEntries(
      Object.entries(gate.derived().parameters).map(([name, of]) => [name, of.map((w) => w / 3)]),
    );
    gate.actions.replaceInputs(withGiven(inputs, { values }));
    const exact = numbers(gate);
    await press('Share');
    await press('Round the weights to 4 digits');
    const link = page.getByRole('textbox', { name: 'Link' });
    await expect.element(link).toHaveValue(expect.stringContaining('#v=1'));
    const opened = await startFromLink(new URL((link.element() as HTMLTextAreaElement).value).hash, home);
    expect(numbers(opened.gatescope)).toEqual(numbers(gate));
    expect(numbers(gate)).not.toEqual(exact);
    gate.actions.undo();
    expect(numbers(gate)).toEqual(exact);
  });

  test('says so where the view is too large for a link, and where to take it instead', async () => {
    const gate = await shown();
    const rows = Array.from({ length: 4000 }, (_, k) => [Math.sin(k * k)]);
    gate.actions.setSequence({ kind: 'numbers', columns: ['x'], rows, scaling: 'none' });
    await press('Share');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/characters.*file/);
  });
});

describe('saving and opening', () => {
  test('a saved view, tape and parameter file opens again as the same numbers', async () => {
    const gate = await shown();
    await press('Save');
    const files = [await save('Whole view', 'JSON'), await save('Tape', 'JSON'), await save('Parameters', 'JSON')];
    const before = numbers(gate);
    for (const { name, blob } of files) {
      gate.actions.randomise();
      expect(numbers(gate)).not.toEqual(before);
      await userEvent.upload(page.getByRole('button', { name: 'Open a file' }), new File([blob], name));
      await expect.element(page.getByText(`${name} is open`)).toBeVisible();
      expect(numbers(gate)).toEqual(before);
    }
  });

  test('the tape as CSV holds every number of the tape', async () => {
    const gate = await shown();
    await press('Save');
    const text = await (await save('Tape', 'CSV')).blob.text();
    const [header, ...rows] = text
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const { tape } = gate.derived();
    expect(rows).toHaveLength(tape.length + 1);
    for (const [t, row] of rows.entries())
      if (t > 0)
        for (const [k, name] of header.entries()) {
          const [, slot, unit] = name.match(/^(.+)\[(\d+)\]$/) ?? [];
          if (slot) expect(Number(row[k])).toBe(tape.values(slot, t)[Number(unit) - 1]);
        }
  });

  test('a file of another shape is refused with a sentence and nothing changes', async () => {
    const gate = await shown();
    const before = gate.getState().inputs;
    await press('Save');
    for (const content of ['{"format":"gatescope/view","version":1}', '\u0000\u0001\u0002\u0003', '[[1,2],[3]]', '']) {
      await userEvent.upload(page.getByRole('button', { name: 'Open a file' }), new File([content], 'other.json'));
      await expect.element(page.getByRole('alert')).toHaveTextContent('other.json was not opened');
      expect(gate.getState().inputs).toBe(before);
      await userEvent.keyboard('{Escape}');
      await press('Save');
    }
  });

  test('a file dropped anywhere opens', async () => {
    const gate = await shown();
    const transfer = new DataTransfer();
    transfer.items.add(new File(['abcab'], 'letters.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await expect.element(page.getByText('letters.txt is open')).toBeVisible();
    expect(gate.getState().inputs.sequence).toMatchObject({ text: 'abcab' });
  });

  test.for(['light', 'dark'] as const)(
    'the %s picture stands alone: SVG with font, colours and licence, PNG at twice its size',
    async (ground) => {
      await shown();
      await press('Save');
      await userEvent.click(page.getByRole('radio', { name: ground }));
      const svg = await (await save('Figure', 'SVG')).blob.text();
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(drawn.querySelector('parsererror')).toBeNull();
      expect(drawn.querySelector('metadata')?.textContent).toContain('CC BY 4.0');
      expect(svg).toContain('url(data:font/woff2;base64,');
      expect(svg).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org|creativecommons\.org)/);
      const png = await createImageBitmap((await save('Figure', 'PNG')).blob);
      const width = Number(drawn.documentElement.getAttribute('width'));
      expect(Math.abs(png.width - 2 * width)).toBeLessThanOrEqual(2);
      const canvas = new OffscreenCanvas(png.width, png.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(png, 0, 0);
      const corner = [...context.getImageData(3, 3, 1, 1).data.slice(0, 3)];
      expect(corner).toEqual(ground === 'light' ? [255, 254, 251] : [33, 31, 28]);
      const { data } = context.getImageData(0, 0, png.width, png.height);
      const colours = new Set<number>();
      for (let k = 0; k < data.length; k += 4) colours.add((data[k] << 16) | (data[k + 1] << 8) | data[k + 2]);
      expect(colours.size).toBeGreaterThan(30);
    },
  );
});

describe.each(['light', 'dark'] as const)('the dialogs in the %s theme', (theme) => {
  // the narrowest page is dark, the widest light; the long run tries every width in both
  test.for(many ? [320, 390, 1440] : [theme === 'dark' ? 320 : 1440])(
    'have no axe violation and do not scroll sideways at %i pixels',
    async (width) => {
      await page.viewport(width, 800);
      await shown(START, theme);
      for (const name of ['Share', 'Save']) {
        await press(name);
        await expect.element(page.getByRole('dialog')).toBeVisible();
        const dialog = page.getByRole('dialog').element();
        expect(await violations()).toEqual([]);
        expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
        await userEvent.keyboard('{Escape}');
      }
    },
  );
});
