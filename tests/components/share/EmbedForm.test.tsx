// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EmbedForm } from '../../../src/components/share/EmbedForm.tsx';
import { defaultMoment } from '../../../src/io/defaults.ts';
import { mounted } from '../controls/mounted.tsx';

const link = vi.hoisted(() => {
  // files of a worker share their modules
  vi.resetModules();
  return vi.fn();
});
afterAll(() => void vi.resetModules());
vi.mock('../../../src/components/share/useLink.ts', () => ({ useLink: link }));

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (): string | undefined => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: /^Text for/ })?.value;

test('the text to paste waits for the link of the present choices, and is left out where there is none', () => {
  link.mockReturnValue({ ok: true, hash: 'v=1&cell=gru' });
  mounted(<EmbedForm moment={defaultMoment} site="https://example.org/index.html" pageKeys="v=1&cell=gru" />);
  const { contentWindow: source } = screen.getByTitle<HTMLIFrameElement>('Preview of the frame');
  const data = { type: 'gates:resize', version: 1, height: 321 };
  act(() => void window.dispatchEvent(new MessageEvent('message', { source, data })));
  expect(text()).toContain('embed.html#v=1&amp;cell=gru');
  const choose = (): boolean => fireEvent.click(screen.getByLabelText('keys'));

  link.mockReturnValue(null);
  choose();
  expect(text()).toBeUndefined();
  link.mockReturnValue({ ok: false, message: 'The view is too long for a link.' });
  choose();
  expect(screen.getByText('The view is too long for a link.')).toBeTruthy();
  expect(text()).toBeUndefined();
  expect(screen.queryByText('Measuring the height…')).toBeNull();
});

test('a picture with a link offers no choices for a frame and waits for no height', () => {
  link.mockReturnValue({ ok: true, hash: 'v=1&cell=gru' });
  mounted(<EmbedForm moment={defaultMoment} site="https://example.org/index.html" pageKeys="v=1&cell=gru" />);
  const choose = (system: string): boolean =>
    fireEvent.change(screen.getByLabelText('Written in'), { target: { value: system } });
  expect(text()).toBeUndefined();
  for (const system of ['latex', 'markdown']) {
    choose(system);
    expect(text()).toContain('https://example.org/index.html');
    expect(screen.queryByLabelText('keys')).toBeNull();
    expect(screen.queryByTitle('Preview of the frame')).toBeNull();
  }
  choose('html');
  expect(screen.getByLabelText('keys')).toBeTruthy();
  expect(screen.getByTitle('Preview of the frame')).toBeTruthy();
});
