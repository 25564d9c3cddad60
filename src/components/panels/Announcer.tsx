import { announcementOf } from '../../notation/announcement.ts';
import { answerText } from '../../notation/outputs.ts';
import { useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { objectiveName } from '../../store/gradient/objectiveName.ts';
import { heldWords } from '../../store/pinWords.ts';
import { rowAt } from '../../store/predictions.ts';
import { LiveRegion } from '../describe/LiveRegion.tsx';

/** Says each step in one sentence; of several runs it names the one that it is about. */
export function Announcer({ run }: { readonly run?: string }) {
  const { cell, tape, encoded, predictions, interventions } = useDerived();
  const gradient = useGradient();
  const { t, position } = useGatescope((state) => state.cursor);
  const { unit } = useGatescope((state) => state.selection);
  const playing = useGatescope((state) => state.playing);
  const answer = predictions && t > 0 ? answerText(predictions.head.outputs, rowAt(predictions, t)) : undefined;
  const message = announcementOf(cell, gradient?.adjoint ?? tape, {
    t,
    position,
    unit,
    token: [encoded.tokens[t - 1] ?? '', ...(encoded.labels ? [encoded.labels[t - 1]] : [])].join(', '),
    answer,
    gradientOf: gradient ? objectiveName(gradient.of, cell, predictions) : undefined,
  });
  const computed = cell.signals[Math.min(position, cell.signals.length) - 1];
  const changes = computed && t > 0 ? heldWords(cell, interventions, computed.id, t, unit) : [];
  return (
    <LiveRegion
      message={[run === undefined ? message : `${run}: ${message}`, ...changes.map((change) => `${change}.`)].join(' ')}
      silent={playing}
    />
  );
}
