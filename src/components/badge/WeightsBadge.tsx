import { useContext } from 'react';
import { headIn } from '../../io/weights.ts';
import { isFirstLetter } from '../../presets/firstLetter.ts';
import { useActions, useGatescope, useInstance } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { useReveal } from '../reveal.tsx';
import { TrainingContext, useCurrentRun } from '../training/trainingContext.ts';
import { type Badge, badgeOf } from './badgeOf.ts';
import './badge.css';

/** The state of the weights on the page (learned, being learned, random or set by hand), with other examples to show. */
export function WeightsBadge() {
  const inputs = useGatescope((state) => state.inputs);
  const badge = badgeOf(inputs, useCurrentRun());
  const reveal = useReveal();
  const training = useContext(TrainingContext);
  const { reset } = useActions();
  return (
    <div className="phrases weights-badge">
      <BadgeText badge={badge} />
      {badge.firstLetter && <WayBack />}
      {(badge.firstLetter || badge.own) && (
        <Button look="link" onClick={reset}>
          Random weights
        </Button>
      )}
      {(badge.kind === 'random' || badge.firstLetter) && (
        <Button
          look="link"
          onClick={() => {
            training?.takePage();
            reveal('training');
          }}
        >
          {badge.untrainable ? 'Train other weights' : 'Train it'}
        </Button>
      )}
    </div>
  );
}

/** The badge by itself. */
export function BadgeText({ badge: { kind, text } }: { readonly badge: Badge }) {
  return (
    <span className="badge" data-kind={kind}>
      {text}
    </span>
  );
}

/** Leads from a sentence of the reader's own back to the network that was shown before. */
function WayBack() {
  const { getState } = useInstance();
  const past = useGatescope((state) => state.past);
  const { switchTo } = useActions();
  const before = past.findLast((one) => headIn(one) !== null && !isFirstLetter(one));
  if (!before) return null;
  const text = badgeOf(before, null).text.replace(/^learned: ([^,]*).*/, '$1');
  return (
    <Button look="link" onClick={() => getState().inputs !== before && switchTo(before)}>
      Back to {text}
    </Button>
  );
}
