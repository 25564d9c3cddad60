import { memo, useId } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { told } from '../../cells/told.ts';
import type { SentencePart } from '../../notation/sentence.ts';
import { useOfRun } from '../ofRun.ts';
import { Button } from '../primitives/Button.tsx';
import { Tabs } from '../primitives/Tabs.tsx';
import { Changes } from './Changes.tsx';
import './stageCard.css';

/** A piece of a sentence with the punctuation that must stay on its line. */
interface TiedPart extends SentencePart {
  readonly before: string;
  readonly after: string;
}

/** Moves brackets and punctuation around a quantity from the text into its piece. */
function tiedParts(parts: readonly SentencePart[]): readonly TiedPart[] {
  const opening = (part?: SentencePart): string => (part?.key === null ? (/[([“]$/.exec(part.text)?.[0] ?? '') : '');
  const closing = (part?: SentencePart): string =>
    part?.key === null ? (/^[)\]”:.,;]+/.exec(part.text)?.[0] ?? '') : '';
  return parts.map((part, k) => {
    if (part.key !== null) return { ...part, before: opening(parts[k - 1]), after: closing(parts[k + 1]) };
    const start = parts[k - 1] && parts[k - 1].key !== null ? closing(part).length : 0;
    const end = parts[k + 1] && parts[k + 1].key !== null ? opening(part).length : 0;
    return { ...part, text: part.text.slice(start, Math.max(start, part.text.length - end)), before: '', after: '' };
  });
}

interface StageCardProps {
  readonly cell: Cell;
  /** The id of the stage shown. */
  readonly stage: string;
  readonly sentence: readonly SentencePart[];
  /** Interventions on what the stage computes, in words. */
  readonly changes?: readonly string[];
  /** The signal whose hint is shown, or null. */
  readonly about: string | null;
  readonly hover: string | null;
  readonly onStage: (stage: string) => void;
}

/** The stages of a timestep as tabs, with what the one shown decides, in a sentence of its values. */
export function StageCard({ cell, stage, sentence, changes = [], about, hover, onStage }: StageCardProps) {
  const id = useId();
  const { stages, signals } = told(cell.declaration);
  const at = Math.max(
    0,
    cell.stages.findIndex((s) => s.id === stage),
  );
  return (
    <section className="stage-card" aria-label={`Stages of a timestep${useOfRun()}`}>
      <Tabs
        label="Stage"
        id={id}
        shared
        tabs={cell.stages.map(({ id: stageId, label }, k) => ({ value: stageId, label: `${k + 1} ${label}` }))}
        value={cell.stages[at].id}
        onChange={onStage}
      />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${cell.stages[at].id}`}>
        <h2>{stages.find((one) => one.id === cell.stages[at].id)?.question}</h2>
        {changes.length > 0 && <Changes words={changes} />}
        <p>
          {tiedParts(sentence).map(({ text, key, before, after }, k) =>
            key === null ? (
              text
            ) : (
              <span key={k} className="tied">
                {before}
                <Button
                  look="bare"
                  className="quantity"
                  data-signal={key}
                  data-select=""
                  data-lit={key === hover ? 'self' : undefined}
                >
                  {text}
                </Button>
                {after}
              </span>
            ),
          )}
        </p>
        <div className="hints">
          {cell.signals.map(({ id: signal, info }) => (
            <Hint
              key={signal}
              label={info.stage === cell.stages[at].id ? null : info.label}
              hint={signals[signal].hint}
              shown={signal === about}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

interface HintProps {
  /** The name of the signal, where it belongs to another stage. */
  readonly label: string | null;
  readonly hint: string;
  readonly shown: boolean;
}

/** The hint of one signal, which keeps its room while that of another is shown. */
const Hint = memo(({ label, hint, shown }: HintProps) => (
  <p className="hint" aria-hidden={!shown} data-shown={shown || undefined}>
    {label !== null && <b>{label}: </b>}
    {hint}
  </p>
));
