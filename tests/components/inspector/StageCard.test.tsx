// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { StageCard } from '../../../src/components/inspector/StageCard.tsx';
import { sentenceOf, sentenceText } from '../../../src/notation/sentence.ts';
import { runOf } from '../../notation/support/runs.ts';
import { mounted } from '../controls/mounted.tsx';

const { cell, tape } = runOf(cellOf(lstm));

function show(stage = 'forget') {
  const onStage = vi.fn();
  const sentence = sentenceOf(cell.stages.find((s) => s.id === stage)?.sentence ?? '', tape, 2, 1);
  const card = <StageCard cell={cell} stage={stage} sentence={sentence} about="i" hover={null} onStage={onStage} />;
  return { onStage, sentence, ...mounted(card) };
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
  const { onStage, user } = show('forget');
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
  const { sentence, gate, user } = show();
  expect(document.querySelector('.stage-card p')?.textContent).toBe(sentenceText(sentence));
  await user.click(screen.getAllByRole('button').find((b) => b.dataset.signal === 'prev.C') as HTMLElement);
  expect(gate.getState()).toMatchObject({ hover: 'prev.C', selection: { signal: 'prev.C' } });
});

test('only the hint of the signal asked about is shown, in room that is kept for every hint', () => {
  show();
  const hints = [...document.querySelectorAll('.hint')];
  expect(hints).toHaveLength(cell.signals.length);
  const shown = hints.filter((hint) => hint.getAttribute('aria-hidden') === 'false');
  expect(shown.map((hint) => hint.textContent)).toEqual([
    // of another stage than the one shown
    `input gate: ${cell.signals.find(({ id }) => id === 'i')?.info.hint}`,
  ]);
  expect(shown[0].hasAttribute('data-shown')).toBe(true);
});
