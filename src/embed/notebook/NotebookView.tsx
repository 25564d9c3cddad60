import { useEffect, useState } from 'react';
import { faultOf } from '../../components/faultOf.ts';
import { Fault } from '../../components/primitives/Fault.tsx';
import { Notice } from '../../components/primitives/Notice.tsx';
import { figureOf, figureSvg } from '../../components/share/figureFile.ts';
import type { Started } from '../../components/share/startWith.ts';
import { viewFile } from '../../io/viewFile.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import type { Gatescope } from '../../store/gatescope.ts';
import { shownMoment } from '../../store/shownMoment.ts';
import { compared } from '../comparedParts.tsx';
import { EmbedView } from '../EmbedView.tsx';
import { onChange, tell, type WidgetModel } from './model.ts';
import { startFromModel } from './startFromModel.ts';

interface Props {
  readonly model: WidgetModel;
}

/** The diagram of a model's traits in a cell of a notebook, or a sentence on what is wrong with them. */
export function NotebookView({ model }: Props) {
  const [shown, setShown] = useState<Started | string | null>(null);
  const [unread, setUnread] = useState<readonly string[]>([]);
  useEffect(() => {
    let latest = 0;
    const start = async (): Promise<void> => {
      latest++;
      const mine = latest;
      const made = await startFromModel(model).catch(faultOf);
      if (mine !== latest) return;
      setShown(made);
      setUnread(typeof made === 'string' ? [] : made.notices);
    };
    const stop = onChange(model, ['link', 'arrays'], () => void start());
    void start();
    return () => {
      latest = 0;
      stop();
    };
  }, [model]);
  if (shown === null || typeof shown === 'string')
    return (
      <div className="gate-diagram" data-theme="auto" aria-busy={shown === null}>
        {shown !== null && <Fault>{shown}</Fault>}
      </div>
    );
  return (
    <GatescopeProvider gatescope={shown.gatescope}>
      <Tied model={model} gatescope={shown.gatescope} />
      <EmbedView compared={compared}>
        <Notice sentences={unread} onDismiss={() => setUnread([])} />
      </EmbedView>
    </GatescopeProvider>
  );
}

/** Ties an instance to its model: the timestep in both directions, and what the notebook keeps when it is saved. */
function Tied({ model, gatescope }: Props & { readonly gatescope: Gatescope }) {
  useEffect(() => {
    const { actions, getState, derived, halt, subscribe } = gatescope;
    const follow = (): void => {
      const t = Number(model.get('t'));
      if (Number.isInteger(t) && t > 0 && t !== getState().cursor.t) actions.goTo(t, Number.POSITIVE_INFINITY);
    };
    follow();
    const stops = [
      onChange(model, ['t'], follow),
      subscribe(({ cursor }, before) => cursor.t !== before.cursor.t && tell(model, { t: cursor.t })),
    ];
    const moment = shownMoment(gatescope);
    let removed = false;
    void figureSvg(figureOf(derived(), moment, null, { ground: 'light' })).then((picture) => {
      if (!removed) tell(model, { picture, view: viewFile(moment) });
    });
    return () => {
      removed = true;
      for (const stop of stops) stop();
      halt();
    };
  }, [model, gatescope]);
  return null;
}
