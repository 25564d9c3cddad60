// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { OfflineFile } from '../../../src/components/share/OfflineFile.tsx';
import { defaultMoment } from '../../../src/io/defaults.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(cleanup);

const { inputs } = defaultMoment;

test.for([
  ['a run', { ...inputs, beside: [{ cell: 'gru' }] }, 1],
  ['another sequence', { ...inputs, other: inputs.sequence }, 1],
  ['nothing', inputs, 0],
] as const)('beside %s, the button says what the file leaves out', ([, compared, times]) => {
  const moment = { ...defaultMoment, inputs: compared };
  mounted(<OfflineFile moment={moment} />, { inputs: compared });
  expect(screen.queryAllByText(/shows the first run only/)).toHaveLength(times);
});
