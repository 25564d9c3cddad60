import * as v from 'valibot';
import { sentenceOf } from '../../text/refusal.ts';
import { requestSchema, searched } from './search.ts';

/** Answers one request and says why where it cannot. */
self.onmessage = ({ data }: MessageEvent<unknown>): void => {
  try {
    self.postMessage({ answer: searched(v.parse(requestSchema, data)) });
  } catch (error) {
    self.postMessage({ fault: sentenceOf(error) });
  }
};
