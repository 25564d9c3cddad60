import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { interventionText } from '../../io/interventionText.ts';
import { useGatescope, useInstance } from '../../store/context.tsx';
import { effectOf } from '../../store/effect.ts';
import { type PinList, withPin } from '../../store/pinLists.ts';
import type { Pin } from '../../store/state.ts';
import type { Begun } from '../pins/begun.ts';
import { ComparedPins, type PinRuns } from '../pins/pinRuns.ts';
import { useBegin } from '../pins/useBegin.ts';
import { type ComparedRun, InRun, RunLetter, useRuns } from './runs.tsx';

const PinChip = lazy(async () => ({ default: (await import('../pins/Pins.tsx')).PinChip }));
const PinEditor = lazy(async () => ({ default: (await import('../pins/Pins.tsx')).PinEditor }));

const none: PinList = [];
const pinsOf = ({ inputs }: ComparedRun): PinList => inputs.interventions ?? none;

/** The interventions of all runs, each with the letters of the runs that it acts in, and their effects. */
export function RunPins() {
  const runs = useRuns();
  const gatescope = useInstance();
  const place = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const runOf = (letter: string): ComparedRun | undefined => runs.find((run) => run.letter === letter);
  useBegin(place, setBegun, (letter) => runOf(letter)?.instance);
  const compared = useMemo((): PinRuns => {
    const { getState, places, actions } = gatescope;
    return {
      letters: runs.map(({ letter }) => letter),
      lists: () => {
        const { inputs } = getState();
        return [inputs, ...places.map((one) => one.inputs(inputs))].flatMap((one) =>
          one ? [one.interventions ?? none] : [],
        );
      },
      setLists: actions.setRunInterventions,
    };
  }, [gatescope, runs]);
  const entries = entriesOf(runs);
  const edited = begun?.run ? runOf(begun.run) : undefined;
  const replace = (pin: Pin, by: Pin | null, letters: readonly string[]): void =>
    compared.setLists(withPin(compared.lists(), pin, by, (run) => letters.includes(compared.letters[run])));
  return (
    <div className="pin-place" ref={place}>
      <ComparedPins value={compared}>
        <Suspense fallback={null}>
          {entries.length > 0 && (
            <section className="row pins" aria-label="Interventions">
              <ul>
                {entries.map(({ pin, having, acting }) => (
                  <InRun
                    key={`${having.map(({ letter }) => letter)} ${interventionText(pin)}`}
                    run={acting[0] ?? having[0]}
                  >
                    <PinChip
                      pin={pin}
                      waits={acting.length === 0}
                      runs={(acting.length > 0 ? acting : having).map(({ letter }) => (
                        <RunLetter key={letter} letter={letter} />
                      ))}
                      onEdit={(anchor) =>
                        setBegun({ key: pin.key, unit: null, pin, run: acting[0].letter, anchor, swept: null })
                      }
                      onReplace={(by) =>
                        replace(
                          pin,
                          by,
                          having.map(({ letter }) => letter),
                        )
                      }
                    />
                  </InRun>
                ))}
              </ul>
              <div role="status" className="pin-effect">
                {runs.map((run) => (
                  <RunEffect key={run.letter} run={run} />
                ))}
              </div>
            </section>
          )}
        </Suspense>
        {/* chips that load must not hide the editor */}
        <Suspense fallback={null}>
          {begun && edited && (
            <InRun run={edited}>
              <PinEditor key={JSON.stringify({ ...begun, swept: null })} begun={begun} onClose={() => setBegun(null)} />
            </InRun>
          )}
        </Suspense>
      </ComparedPins>
    </div>
  );
}

/** The change that the interventions of a run make in its answer at the timestep. */
function RunEffect({ run: { letter, derived } }: { readonly run: ComparedRun }) {
  const t = useGatescope(({ cursor }) => Math.min(cursor.t, derived.tape.length));
  const acts = derived.tape !== derived.free.tape;
  const effect = useMemo(() => (acts ? effectOf(derived, t).sentence : null), [derived, acts, t]);
  return (
    effect !== null && (
      <p className="truncated" title={effect}>
        <RunLetter letter={letter} /> {effect}
      </p>
    )
  );
}

/** An intervention, the runs that have it, and those among them that it fits. */
interface Entry {
  readonly pin: Pin;
  readonly having: readonly ComparedRun[];
  readonly acting: readonly ComparedRun[];
}

/** All interventions, those that several runs have only once. */
function entriesOf(runs: readonly ComparedRun[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const run of runs)
    for (const pin of pinsOf(run)) {
      const text = interventionText(pin);
      const { pin: first, having, acting } = entries.get(text) ?? { pin, having: [], acting: [] };
      const acts = run.derived.interventions.includes(pin);
      entries.set(text, { pin: first, having: [...having, run], acting: acts ? [...acting, run] : acting });
    }
  return [...entries.values()];
}
