// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Place } from '../../../src/components/ask/Place.tsx';
import { questionOf } from '../../../src/questions/make.ts';
import { tapeOf } from '../../../src/questions/scene.ts';
import { mounted } from '../controls/mounted.tsx';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const question = questionOf('gates-are-shares', 0, 6);
const { focus, scenes } = question;

test('the figure beside a question shows its run with the value lit, and then again what it showed before', async () => {
  if (!focus) throw new Error('the question is about a run');
  const { gate, user } = mounted(<Place question={question} />, { cursor: { t: 3, position: 2 } });
  gate.actions.setTheme('dark');
  gate.actions.setUntil({ t: 3, position: 2 });
  gate.actions.select('f', 1);
  const before = gate.getState();
  await user.click(screen.getByRole('button', { name: 'Show me where' }));
  const now = gate.getState();
  expect(gate.derived().tape.data).toEqual(tapeOf(scenes[0]).data);
  expect(now).toMatchObject({
    cursor: { t: focus.t },
    selection: { signal: focus.signal, unit: focus.unit },
    until: null,
  });
  expect(now.view.theme).toBe('dark');

  await user.click(screen.getByRole('button', { name: 'Back to the chapter’s figure' }));
  const { inputs, cursor, selection, until } = gate.getState();
  expect({ inputs, cursor, selection, until }).toEqual({
    inputs: before.inputs,
    cursor: before.cursor,
    selection: before.selection,
    until: before.until,
  });
});

test('when the figure goes on to another view, the place can be shown again', async () => {
  const { gate, user } = mounted(<Place question={question} />);
  const moment = gate.getState();
  await user.click(screen.getByRole('button', { name: 'Show me where' }));
  gate.actions.open({ inputs: moment.inputs, cursor: moment.cursor, selection: moment.selection, view: moment.view });
  await user.click(await screen.findByRole('button', { name: 'Show me where' }));
  expect(gate.derived().tape.data).toEqual(tapeOf(scenes[0]).data);
});

test('without a figure beside it the question gets one of its own', async () => {
  render(<Place question={question} />);
  const user = userEvent.setup();
  expect(document.querySelector('.diagram')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show me where' }));
  await vi.waitFor(() => expect(document.querySelector('.diagram [data-lit="self"]')).not.toBeNull(), 20_000);
  await user.click(screen.getByRole('button', { name: 'Hide the diagram' }));
  expect(document.querySelector('.diagram')).toBeNull();
});
