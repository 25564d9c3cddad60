import { offlineFile } from '../src/components/share/offlineFile.ts';
import { firstVisit } from '../src/presets/firstVisit.ts';
import { createDerive } from '../src/store/derive.ts';

/** The offline page with the view of a first visit. */
export function withFirstPicture(page: string): string {
  const moment = firstVisit();
  return offlineFile(page, createDerive()(moment.inputs), moment, null);
}
