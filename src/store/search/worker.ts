import * as v from 'valibot';
import { sentenceOf } from '../../text/refusal.ts';
import { requestSchema, searched } from './search.ts';
import { unitExamined, unitRequestSchema } from './unit.ts';

const request = v.union([unitRequestSchema, requestSchema]);

/** Answers one request and says why where it cannot. */
self.onmessage = ({ data }: MessageEvent<unknown>): void => {
  try {
    const asked = v.parse(request, data);
    self.postMessage({ answer: 'signal' in asked ? unitExamined(asked) : searched(asked) });
  } catch (error) {
    self.postMessage({ fault: sentenceOf(error) });
  }
};
