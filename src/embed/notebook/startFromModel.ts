import { frameHash } from '../../components/share/frameHash.ts';
import { startedWith } from '../../components/share/startFromLink.ts';
import type { Started } from '../../components/share/startWith.ts';
import { readSafetensors } from '../../io/frameworks/safetensors.ts';
import { torchLayer } from '../../io/frameworks/torchLayer.ts';
import { opened } from '../../io/opening.ts';
import { home } from '../../presets/index.ts';
import { inputsFrom } from '../propsMoment.ts';
import { bytesOf } from './bytesOf.ts';
import { textOf, type WidgetModel } from './model.ts';

/**
 * An instance for the traits of a model: `link`, the keys of a link, and `arrays`, a layer and its sequence, which take the
 * place of what the link says of them. Throws a sentence where the arrays cannot be shown.
 */
export async function startFromModel(model: WidgetModel): Promise<Started> {
  const { moment, notices } = await opened(frameHash(textOf(model, 'link')), home);
  const arrays = model.get('arrays');
  const bytes = arrays === undefined || arrays === null ? null : bytesOf(arrays);
  const inputs =
    bytes === null || bytes.length === 0
      ? moment.inputs
      : inputsFrom(torchLayer(readSafetensors(bytes)), moment.inputs);
  return startedWith({ moment: { ...moment, inputs }, notices }, 'This view', { loadRuns: async () => null });
}
