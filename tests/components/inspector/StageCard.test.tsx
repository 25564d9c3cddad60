// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { StageCard } from '../../../src/components/inspector/StageCard.tsx';
import { sentenceOf, sentenceText } from '../../../src/notation/sentence.ts';
import { runOf } from '../../notation/support/runs.ts';

const { cell, tape } = runOf(cellOf(lstm));

function show(stage = 'forget') {
  const on = { onStage: vi.fn(), onHover: vi.fn(), onSelect: vi.fn() };
  const sentence = sentenceOf(cell.stages.find((s) => s.id === stage)?.sentence ?? '', tape, 2, 1);
  const view = render(<StageCard cell={cell} stage={stage} sentence={sentence} about="i" hover={null} {...on} />);
  return { ...on, ...view, sentence };
}

afterEach(cleanup);

test('the stages are tabs, the one shown is selected', () => {
  show('input');
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    '1 Forget',
    '2 Input',
    '3 Update',
    '4 Output',
  ]);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('2 Input');
  expect(screen.getByRole('tabpanel', { name: '2 Input' }).textContent).toContain('What to take in');
});

test('arrow keys, Home and End move between stages and wrap', async () => {
  const user = userEvent.setup();
  const { onStage } = show('forget');
  screen.getByRole('tab', { selected: true }).focus();
  for (const [key, stage] of [
    ['{ArrowRight}', 'input'],
    ['{ArrowLeft}', 'output'],
    ['{End}', 'output'],
    ['{Home}', 'forget'],
  ]) {
    await user.keyboard(key);
    expect(onStage).toHaveBeenLastCalledWith(stage);
  }
});

test('the sentence reads whole, and its quantities can be chosen', async () => {
  const { container, sentence, onSelect, onHover } = show();
  expect(container.querySelector('p')?.textContent).toBe(sentenceText(sentence));
  await userEvent.click(screen.getAllByRole('button').find((b) => b.dataset.signal === 'prev.C') as HTMLElement);
  expect(onSelect).toHaveBeenCalledWith('prev.C');
  expect(onHover).toHaveBeenCalledWith('prev.C');
});

test('only the hint of the signal asked about is shown, in room that is kept for every hint', () => {
  const { container } = show();
  const hints = [...container.querySelectorAll('.hint')];
  expect(hints).toHaveLength(cell.signals.length);
  const shown = hints.filter((hint) => hint.getAttribute('aria-hidden') === 'false');
  expect(shown.map((hint) => hint.textContent)).toEqual([cell.signals.find(({ id }) => id === 'i')?.info.hint]);
  expect(shown[0].hasAttribute('data-shown')).toBe(true);
});
