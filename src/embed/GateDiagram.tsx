// first, because it declares the order of the cascade layers
import '../theme/theme.css';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { StageId } from '../cells/index.ts';
import { Fault } from '../components/primitives/Fault.tsx';
import { Notice } from '../components/primitives/Notice.tsx';
import { fewParts, partsBeside } from '../components/visibleParts.ts';
import { defaultMoment } from '../io/defaults.ts';
import { openedBesideNow } from '../io/openedBeside.ts';
import { type Opened, opened, openedNow } from '../io/opening.ts';
import { home } from '../presets/index.ts';
import { GatescopeProvider } from '../store/context.tsx';
import type { Derived } from '../store/derive.ts';
import { createGatescope, type Gatescope } from '../store/gatescope.ts';
import type { Cursor, Part, View } from '../store/state.ts';
import { Refusal, refusalOf, sentenceOf } from '../text/refusal.ts';
import { compared } from './comparedParts.tsx';
import { EmbedView } from './EmbedView.tsx';
import { type GateDiagramProps, type GateStep, type Given, type NamedProps, namedAsLink } from './props.ts';
import { type InputProps, inputsFrom } from './propsMoment.ts';

export type { GateDiagramProps, GateStep } from './props.ts';

/**
 * The diagram of a recurrent cell with its computed values, which the reader steps through. Diagrams on one page are
 * independent. Import `gatescope/react/style.css` once.
 */
export function GateDiagram(props: GateDiagramProps) {
  const { link } = props;
  const [later, setLater] = useState<{ readonly link: string; readonly opened: Opened } | null>(null);
  const now = useMemo(() => (link === undefined ? nothingSaid : openedNow(link, openedBesideNow)), [link]);
  useEffect(() => {
    if (now || link === undefined) return;
    let wanted = true;
    void opened(link, home).then((opened) => wanted && setLater({ link, opened }));
    return () => {
      wanted = false;
    };
  }, [now, link]);
  const base = now ?? (later?.link === link ? later?.opened : null);
  if (!base) return <div className="gate-diagram" data-theme={props.theme ?? 'auto'} aria-busy />;
  return <Instance {...namedAsLink(props)} base={base} />;
}

const nothingSaid: Opened = { moment: defaultMoment, notices: [] };

/** The moment that a link has opened, to which the props add. */
interface Based {
  readonly base: Opened;
}

function Instance(props: NamedProps & Based) {
  const { notices } = props.base;
  const made = useInstanceOf(props);
  const [read, setRead] = useState<readonly string[]>([]);
  const tell = useEffectEvent((message: string) => props.onError?.(message));
  useEffect(() => {
    if (typeof made === 'string') tell(made);
  }, [made]);
  useEffect(() => {
    if (notices.length > 0) tell(notices.join(' '));
  }, [notices]);
  if (typeof made === 'string')
    return (
      <div className="gate-diagram" data-theme={props.theme ?? 'auto'}>
        <Fault>{made}</Fault>
      </div>
    );
  return (
    <GatescopeProvider gatescope={made}>
      <Following gatescope={made} {...props} />
      <EmbedView compared={compared}>
        <Notice sentences={notices === read ? [] : notices} onDismiss={() => setRead(notices)} />
      </EmbedView>
    </GatescopeProvider>
  );
}

/** The instance for what decides the numbers, made anew only when that changes; or a sentence on what is wrong. */
function useInstanceOf(props: NamedProps & Based): Gatescope | string {
  const { cell, options, units, text, tokens, rows, columns, weights, seed, initial, head, base } = props;
  const inputs: InputProps = { cell, options, units, text, tokens, rows, columns, weights, seed, initial, head };
  // arrays written in place are new ones on every render, so they are compared by what they hold
  const key = JSON.stringify(inputs, (_, value) =>
    ArrayBuffer.isView(value) || Number.isNaN(value) ? String(value) : value,
  );
  // the key is made of everything that is used
  const made = useMemo(() => {
    try {
      const { moment } = base;
      const initial = { ...moment, inputs: inputsFrom(inputs, moment.inputs), view: viewFrom(props, base) };
      const beginAt = (derived: Derived): Cursor => placeFrom(derived, props, moment.cursor);
      return createGatescope({ initial, beginAt });
    } catch (error) {
      return sentenceOf(error);
    }
  }, [key, base]);
  useEffect(() => (typeof made === 'string' ? undefined : () => made.halt()), [made]);
  return made;
}

type ViewProps = Given<'parts' | 'shows' | 'zoom' | 'chain' | 'theme' | 'step' | 'motion' | 'hotkeys' | 'link'>;

function viewFrom(props: ViewProps, { moment: { view } }: Opened): View {
  const { parts, shows, zoom, chain, theme, step, motion, hotkeys, link } = props;
  const named = link !== undefined && /(^|[#&])(parts|hide)=/.test(link);
  return {
    ...view,
    shows: shows ?? view.shows,
    zoom: zoom ?? view.zoom,
    chain: chain ?? view.chain,
    granularity: step ?? view.granularity,
    theme: theme ?? view.theme,
    motion: motion ?? view.motion,
    hotkeys: hotkeys ?? view.hotkeys,
    hidden: parts || !named ? partsBeside(parts ?? fewParts) : view.hidden,
  };
}

/** Timestep and position; a stage means the end of its last signal. */
function placeFrom({ stages }: Derived, { t, done, stage }: Given<'t' | 'done' | 'stage'>, from: Cursor): Cursor {
  const at = t ?? from.t;
  if (stage === undefined) {
    const whole = t === undefined ? from.position : Number.POSITIVE_INFINITY;
    return { t: at, position: done ?? whole };
  }
  const span = stages.findLast(({ id }) => id === stage);
  if (!span)
    throw new Refusal(
      `There is no stage “${stage}”; there are ${[...new Set(stages.map(({ id }) => id))].join(', ')}.`,
    );
  return { t: at, position: span.end };
}

/** Lets an instance follow the props that change no number, and tells of its steps. */
function Following({ gatescope, ...props }: NamedProps & Based & { readonly gatescope: Gatescope }) {
  const { actions } = gatescope;
  const { base, t, done, stage } = props;
  const report = useEffectEvent((step: GateStep) => props.onStep?.(step));
  const go = useEffectEvent(() => {
    const refusal = refusalOf(() => {
      const { t, position } = placeFrom(gatescope.derived(), props, base.moment.cursor);
      actions.goTo(t, position);
    });
    if (refusal !== null) props.onError?.(refusal);
  });
  useEffect(
    () =>
      gatescope.subscribe(({ cursor }, before) => {
        if (cursor.t === before.cursor.t && cursor.position === before.cursor.position) return;
        const { stages, encoded } = gatescope.derived();
        report({
          timestep: cursor.t,
          position: cursor.position,
          stage: (stages.findLast(({ start }) => start < cursor.position)?.id as StageId | undefined) ?? null,
          token: encoded.tokens[cursor.t - 1] ?? '',
        });
      }),
    [gatescope],
  );
  // an instance begins where these three say; to go there again would undo a step made before this runs
  const asked = useRef({ t, done, stage });
  useEffect(() => {
    const { current } = asked;
    asked.current = { t, done, stage };
    if (current.t !== t || current.done !== done || current.stage !== stage) go();
  }, [t, done, stage]);
  const view = viewFrom(props, base);
  const { shows, zoom, chain, theme, granularity, motion, hotkeys } = view;
  const hidden = view.hidden.join();
  useEffect(() => {
    actions.setShows(shows);
    actions.setZoom(zoom);
    actions.setChain(chain);
    actions.setTheme(theme);
    actions.setGranularity(granularity);
    actions.setMotion(motion);
    actions.setHotkeys(hotkeys);
  }, [actions, shows, zoom, chain, theme, granularity, motion, hotkeys]);
  useEffect(() => {
    const wished = hidden.split(',') as Part[];
    const now = gatescope.getState().view.hidden;
    for (const part of wished) if (!now.includes(part)) actions.hide(part);
    for (const part of now) if (!wished.includes(part)) actions.show(part);
  }, [gatescope, actions, hidden]);
  return null;
}
