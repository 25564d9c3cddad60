import { type ReactNode, useState } from 'react';
import { lockable, type Moment, type Part, parts, type Theme } from '../../store/state.ts';
import { Choice } from '../controls/Choice.tsx';
import { Dropdown } from '../controls/Dropdown.tsx';
import { hasSite } from '../hasSite.ts';
import { partTable } from '../parts.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { CopyField } from './CopyField.tsx';
import { type Embedding, embeddingOf } from './embedding.ts';
import { FramePreview } from './FramePreview.tsx';
import { pictureName } from './pictureName.ts';
import { frameAddress, frameTitle, pageAddress, subjectOf } from './snippet.ts';
import { type System, type SystemId, systems } from './systems.ts';
import { useLink } from './useLink.ts';
import './embedForm.css';

const systemChoices = (Object.keys(systems) as SystemId[]).map((value) => ({ value, label: systems[value].label }));
const lockLabels = { step: 'step size', speed: 'speed' } as const;
const starts = [
  { value: 'shown', label: 'at the moment shown' },
  { value: 'beginning', label: 'before anything is computed' },
] as const;
const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'auto', label: 'same as the reader’s system' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
  { value: 'projector', label: 'projector' },
];
const widths = [
  { value: '720', label: 'a column of text, 720 px' },
  { value: '360', label: 'a phone, 360 px' },
  { value: '960', label: 'a wide page, 960 px' },
] as const;

interface Props {
  readonly moment: Moment;
  /** Any address of the site as others reach it, and the keys of the link to the page. */
  readonly site: string;
  readonly pageKeys: string;
}

/** Choices for a diagram in another page, with a live preview and the text to paste. */
export function EmbedForm({ moment, site, pageKeys }: Props) {
  const [system, setSystem] = useState<SystemId>('learning');
  const [chosen, setChosen] = useState<Embedding>(() => embeddingOf(moment));
  const [width, setWidth] = useState<(typeof widths)[number]['value']>('720');
  const [height, setHeight] = useState<number | null>(null);
  const link = useLink(moment, chosen);
  const change = (part: Partial<Embedding>): void => setChosen({ ...chosen, ...part });
  const toggled = <T,>(all: readonly T[], some: readonly T[], one: T): T[] =>
    all.filter((other) => (other === one) !== some.includes(other));
  const { label, hint, still = false, write }: System = systems[system];
  const keys = link?.ok ? link.hash : null;
  const text =
    keys === null || (height === null && !still)
      ? null
      : write({
          keys,
          frame: frameAddress(site, keys),
          page: pageAddress(site, pageKeys),
          module: new URL('element/gate-diagram.js', site).href,
          subject: subjectOf(moment.inputs),
          title: frameTitle(moment.inputs),
          height: height ?? 0,
          picture: pictureName(moment.inputs.cell, moment.cursor.t, 'light', 'png'),
        });
  return (
    <section className="embed-form" aria-label="In another page">
      <div className="row spread embed-head">
        <h3>In another page</h3>
        <Dropdown legend="Written in" choices={systemChoices} value={system} onChange={setSystem} />
      </div>
      <div className="embed-text">
        {text !== null && <CopyField label={`Text for ${label}`} text={text} lines={5} />}
        {text === null && !still && link?.ok !== false && <p role="status">Measuring the height…</p>}
        <p className="hint">{hint}</p>
      </div>
      {!still && (
        <div className="embed-choices">
          <Choices legend="Shown">
            {parts.map((part: Part) => (
              <Choice
                key={part}
                label={partTable[part].label.toLowerCase()}
                checked={chosen.shown.includes(part)}
                onChange={() => {
                  const shown = toggled(parts, chosen.shown, part);
                  change({ shown, guess: chosen.guess && shown.includes('stages') });
                }}
              />
            ))}
          </Choices>
          <Choices legend="Left to the reader">
            {lockable.map((lock) => (
              <Choice
                key={lock}
                label={lockLabels[lock]}
                checked={!chosen.locked.includes(lock)}
                onChange={() => change({ locked: toggled(lockable, chosen.locked, lock) })}
              />
            ))}
            <Choice label="keys" checked={chosen.hotkeys} onChange={() => change({ hotkeys: !chosen.hotkeys })} />
          </Choices>
          <Dropdown legend="Begins" choices={starts} value={chosen.start} onChange={(start) => change({ start })} />
          <Choice
            label="plays once it comes into view"
            checked={chosen.autoplay}
            onChange={() => change({ autoplay: !chosen.autoplay })}
          />
          <Choice
            label="asks for a guess before every stage"
            checked={chosen.guess}
            onChange={() => {
              const guess = !chosen.guess;
              change({
                guess,
                shown: parts.filter((part) => chosen.shown.includes(part) || (guess && part === 'stages')),
              });
            }}
          />
          <Dropdown legend="Theme" choices={themes} value={chosen.theme} onChange={(theme) => change({ theme })} />
          <Dropdown legend="Measured for" choices={widths} value={width} onChange={setWidth} />
        </div>
      )}
      {link && !link.ok && <Fault>{link.message}</Fault>}
      {keys !== null && !still && (
        <FramePreview
          address={frameAddress(window.location.href, keys)}
          width={Number(width)}
          height={height}
          onHeight={setHeight}
        />
      )}
      {hasSite && (
        <p className="hint embed-more">
          For a course there are <a href="./teach.html">lessons and questions for a class</a>, too.
        </p>
      )}
    </section>
  );
}

function Choices({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
