// @vitest-environment jsdom
import { Blob as NodeBlob } from 'node:buffer';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ShareLinks } from '../../../src/components/share/ShareLinks.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a view that no link can hold is said once to belong into a file', async () => {
  // jsdom's Blob has no stream
  vi.stubGlobal('Blob', NodeBlob);
  const rows = Array.from({ length: 4000 }, (_, k) => [Math.sin(k * k)]);
  const sequence = { kind: 'numbers', columns: ['x'], rows, scaling: 'none' } as const;
  mounted(<ShareLinks />, { inputs: { ...defaultInputs, sequence } });
  const said = (await screen.findByRole('alert', {}, { timeout: 10_000 })).textContent ?? '';
  expect(said).toMatch(/^This view takes [\d,]+ characters; a link holds at most 8,192\./);
  expect(said.match(/\bas a file\b/g)).toHaveLength(1);
});
