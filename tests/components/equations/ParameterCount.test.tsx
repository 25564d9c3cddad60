// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { coupled } from '../../../src/cells/coupled.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { ParameterCount } from '../../../src/components/equations/ParameterCount.tsx';

afterEach(cleanup);
const sizes = { D: 3, H: 4, P: 0 };
const words = (container: Element): readonly (string | null)[] =>
  [...container.querySelectorAll('.visually-hidden')].map((e) => e.textContent);

test('the count stands with its formula, and with the one before after a switch', () => {
  const { container, rerender } = render(<ParameterCount cell={cellOf(coupled)} before={cellOf(lstm)} sizes={sizes} />);
  expect(words(container)).toEqual(['3 · H · (D + H + 1) = 96', '4 · H · (D + H + 1) = 128']);
  rerender(<ParameterCount cell={cellOf(lstm)} before={cellOf(lstm)} sizes={sizes} />);
  expect(words(container)).toEqual(['4 · H · (D + H + 1) = 128']);
});
