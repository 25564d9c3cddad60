// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PartingCard } from '../../../src/components/compare/PartingCard.tsx';
import { PartingsProvider } from '../../../src/components/compare/partings.tsx';
import { RunLines } from '../../../src/components/compare/RunLines.tsx';
import { RunsProvider, useRuns } from '../../../src/components/compare/runs.tsx';
import { blocksOf } from '../../../src/components/timeline/blocks.ts';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(cleanup);

const text = { kind: 'text', text: 'abcab', unit: 'characters', vocabulary: null } as const;

test('a value that the other cell writes with another letter is named in both', async () => {
  const inputs = { ...defaultInputs, cell: 'lstm', sequence: text, beside: [{ cell: 'gru' }] };
  mounted(
    <RunsProvider>
      <PartingsProvider>
        <PartingCard />
      </PartingsProvider>
    </RunsProvider>,
    { inputs },
  );
  await act(async () => {});
  const said = document.querySelector('.parting-sentence')?.textContent ?? '';
  expect(said).toMatch(/^They part at t = 1 in the candidate .*C.*: .* in A, .* in B, where it is .*h.*\.$/);
  // what enters both by other weights is told apart by these, each with its index set as one
  const weights = [...document.querySelectorAll('.contribution .parameter-name')];
  expect(
    weights.map((name) => [...name.children].map(({ localName, textContent }) => [localName, textContent])),
  ).toEqual(
    expect.arrayContaining([
      [
        ['i', 'W'],
        ['sub', 'C'],
      ],
      [
        ['i', 'W'],
        ['sub', 'h'],
      ],
    ]),
  );
});

function Lines() {
  const runs = useRuns();
  const block = blocksOf(runs[0].derived.cell).find(({ id }) => id === 'h');
  return block && <RunLines block={block} runs={runs} columns={{ width: 60, bin: 1 }} />;
}

test('the letters at the ends of lines do not cover each other, and stay within the picture', async () => {
  // the same twice, so that all lines end in one point
  const inputs = { ...defaultInputs, cell: 'lstm', sequence: text, beside: [{ H: 4 }, { H: 4 }] };
  mounted(
    <RunsProvider>
      <Lines />
    </RunsProvider>,
    { inputs },
  );
  await act(async () => {});
  const picture = screen.getByRole('img');
  const feet = [...picture.querySelectorAll('text')]
    .map((letter) => Number(letter.getAttribute('y')))
    .sort((a, b) => a - b);
  expect(feet).toHaveLength(3);
  for (const [k, y] of feet.slice(1).entries()) expect(y - feet[k]).toBeGreaterThanOrEqual(12);
  expect(feet[0]).toBeGreaterThanOrEqual(9);
  expect(feet[2]).toBeLessThanOrEqual(Number(picture.getAttribute('height')));
});
