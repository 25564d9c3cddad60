import { useMemo } from 'react';
import { AGAINST, latch, over, WEIGHT } from '../../laboratory/latch.ts';
import { openings } from '../../laboratory/recipe.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { logistic } from '../../ops/exp.ts';
import { log } from '../../ops/log.ts';
import { useSetting } from './labStore.ts';

/** Sets theory against practice, each claim with its number for the chosen gap. */
export function TheoryCard() {
  const gap = useSetting('gap');
  const { kept, gradient } = useMemo(() => latch(WEIGHT, gap), [gap]);
  const pushed = useMemo(() => latch(WEIGHT, gap, AGAINST), [gap]);
  return (
    <section className="card stack" aria-labelledby="theory">
      <h2 id="theory">In theory it could; in practice it has to learn it</h2>
      <div className="columns">
        <div>
          <h3>A plain RNN can remember</h3>
          <p>
            One tanh unit with recurrent weight {WEIGHT}, set by hand, keeps the sign of its first input for as long as
            you like: after {gap} timesteps it is <b>{displayed(kept, 4)}</b>, and <b>{displayed(pushed.kept, 4)}</b> if
            every input of the gap pushes against it with {AGAINST}. Nothing in its equations forbids a long memory.
          </p>
        </div>
        <div>
          <h3>But it cannot learn what it holds firmly</h3>
          <p>
            The state lasts because changes die out, and the gradient measures what becomes of changes. Of a change
            before the gap, <b>{displayed(gradient)}</b> arrives after it. This is no accident: a plain recurrent
            network that stores a bit safely against noise has a vanishing gradient (Bengio, Simard &amp; Frasconi 1994;
            Hochreiter 1991).
          </p>
        </div>
        <div>
          <h3>One product, two ways to fail</h3>
          <p>
            The gradient is a product of {gap + 1} matrices. A factor of 0.9 per timestep leaves{' '}
            <b>{displayed(over(0.9, gap + 1))}</b>, a factor of 1.1 gives <b>{displayed(over(1.1, gap + 1))}</b>: only
            factors very near 1 give anything in between. If the recurrent matrix stretches nothing (its largest
            singular value is below 1), the gradient of a tanh network must vanish; if it stretches, the gradient may
            explode (Pascanu, Mikolov &amp; Bengio 2013). Explosions can be clipped. What has vanished cannot be
            recovered.
          </p>
        </div>
        <div>
          <h3>A gate is a factor that can be learned</h3>
          <p>
            An LSTM adds a path on which the old cell state is only multiplied by f and added to. Where f is 1, nothing
            is lost. Its initial value matters: with a forget bias of{' '}
            {openings.map((bias, k) => (
              <span key={bias}>
                {k > 0 && (k === openings.length - 1 ? ' and of ' : ', of ')}
                {bias} each timestep keeps {percentage(logistic(bias))}, over the gap{' '}
                <b>{displayed(over(logistic(bias), gap + 1))}</b>
              </span>
            ))}
            . A bias of ln {gap} = {displayed(log(gap))} would keep{' '}
            <b>{displayed(over(logistic(log(gap)), gap + 1))}</b>, whatever the gap. So the bias should start at 1 or
            more (Gers, Schmidhuber &amp; Cummins 2000; Jozefowicz, Zaremba &amp; Sutskever 2015), or better at the
            logarithm of the time to be remembered (Tallec &amp; Ollivier 2018).
          </p>
        </div>
        <div>
          <h3>What gates do not change</h3>
          <p>
            The path through the gates is not the whole gradient. The hidden state feeds every gate, and these other
            paths vanish and explode as in a plain network; the charts above show where they begin to matter. An LSTM
            remembers because it has learned to keep a gate open and write nothing more, not because it cannot forget.
          </p>
        </div>
      </div>
    </section>
  );
}
