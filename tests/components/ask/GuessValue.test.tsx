// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GuessValue } from '../../../src/components/ask/GuessValue.tsx';
import { displayed } from '../../../src/notation/number.ts';
import { useDerived } from '../../../src/store/context.tsx';
import { mounted } from '../controls/mounted.tsx';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Curve() {
  const derived = useDerived();
  const [committed, setCommitted] = useState(false);
  return (
    <GuessValue
      derived={derived}
      at={{ key: 'C', t: 4, unit: 1 }}
      last={6}
      committed={committed}
      onCommit={() => setCommitted(true)}
    />
  );
}

const stops = () => screen.getAllByRole('slider');
const guesses = () => stops().map((stop) => stop.getAttribute('aria-valuetext'));

test('a curve is drawn by keys alone, waits for every timestep, and is compared where it is furthest away', async () => {
  const { gate, user } = mounted(<Curve />);
  const { tape, encoded } = gate.derived();
  expect(stops()[0].getAttribute('aria-label')).toBe('Your guess at timestep 4, reading “not”');
  stops()[0].focus();
  await user.keyboard('{End}{ArrowRight}{ArrowUp}{PageDown}');
  expect(document.activeElement).toBe(stops()[1]);
  // a guess at the end of the axis doubles it
  expect(guesses()).toEqual(['1', '0.60', 'no guess yet']);
  // the keys of the slider do not step through the sequence
  expect(gate.getState().cursor.t).toBe(1);
  await user.click(screen.getByLabelText('not sure'));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check' }).disabled).toBe(true);
  stops()[1].focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{Home}');
  await user.click(screen.getByRole('button', { name: 'Check' }));

  const drawn = [1, 0.6, -2];
  const gaps = drawn.map((guess, k) => Math.abs(guess - tape.values('C', 4 + k)[1]));
  const worst = gaps.indexOf(Math.max(...gaps));
  expect(screen.getByRole('status').textContent).toBe(
    `✗ Not near. Your curve is ${displayed((gaps[0] + gaps[1] + gaps[2]) / 3)} away on average. Up to 0.20, a tenth of the axis, counts as near.The gap is largest at timestep ${4 + worst}, reading “${encoded.tokens[3 + worst]}”: you drew ${displayed(drawn[worst])}; it is ${displayed(tape.values('C', 4 + worst)[1])}.`,
  );
  await user.click(screen.getByRole('button', { name: 'Show me where' }));
  expect(gate.getState()).toMatchObject({ cursor: { t: 4 + worst }, selection: { signal: 'C', unit: 1 } });
});

test('nothing in the document depends on the hidden values before the reader commits to a curve', async () => {
  const told: string[] = [];
  for (const factor of [1, -50]) {
    const { gate, user } = mounted(<Other factor={factor} />);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    stops()[0].focus();
    await user.keyboard('{ArrowUp}{ArrowRight}{ArrowUp}{ArrowRight}{ArrowUp}');
    expect(gate.derived().tape.values('C', 4)[1]).not.toBe(0);
    told.push(document.body.innerHTML.replaceAll(/_r_\w+_/g, 'id'));
    await user.click(screen.getByLabelText('sure'));
    await user.click(screen.getByRole('button', { name: 'Check' }));
    told.push(screen.getByRole('status').textContent ?? '');
    cleanup();
  }
  expect(told[2]).toBe(told[0]);
  expect(told[3]).not.toBe(told[1]);
});

/** The curve once the values that it hides are changed by this factor. */
function Other({ factor }: { readonly factor: number }) {
  const { tape } = useDerived();
  const [shown, setShown] = useState(false);
  if (shown) return <Curve />;
  const show = (): void => {
    const { offset } = tape.slot('C');
    for (const t of [4, 5, 6]) tape.data[t * tape.program.frameSize + offset + 1] *= factor;
    setShown(true);
  };
  return (
    <button type="button" onClick={show}>
      Show
    </button>
  );
}
