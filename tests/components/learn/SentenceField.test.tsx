// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SentenceField } from '../../../src/app/learn/SentenceField.tsx';

afterEach(cleanup);

test('a reader whose sentence is cut at the end of the field is told', () => {
  const onText = vi.fn();
  render(<SentenceField text={null} onText={onText} />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  fireEvent.change(field, { target: { value: 'a'.repeat(field.maxLength - 1) } });
  expect(screen.queryByRole('status')).toBeNull();
  fireEvent.change(field, { target: { value: 'a'.repeat(field.maxLength) } });
  expect(onText).toHaveBeenLastCalledWith('a'.repeat(120));
  expect(screen.getByRole('status').textContent).toMatch(/at most 120 characters/);
  // a phone's keyboard covers what is below the field
  expect(screen.getByRole('status').compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});
