import { defaultMoment } from '../../io/defaults.ts';
import type { Home } from '../../io/opening.ts';
import { readViewFile } from '../../io/viewFile.ts';
import { startedWith } from './startFromLink.ts';
import type { Started, StartOptions } from './startWith.ts';

/** An instance that shows the view of a file; the default view where that cannot be shown. */
export async function startFromView(file: string, home: Home, options: StartOptions): Promise<Started> {
  const read = await readViewFile(file, home);
  const view = read.ok ? read : { moment: defaultMoment, notices: [read.message] };
  return startedWith(view, 'The view in this file', options);
}
