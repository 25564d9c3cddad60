import { useState } from 'react';
import { nameOf } from '../../cells/index.ts';
import { CopyField } from '../../components/share/CopyField.tsx';
import { LinkField } from '../../components/share/LinkField.tsx';
import { PublicAddress } from '../../components/share/PublicAddress.tsx';
import { frameAddress, frameMarkup, pageAddress, pageOn } from '../../components/share/snippet.ts';
import { systems } from '../../components/share/systems.ts';
import { hashOf } from '../../laboratory/labLink.ts';
import { TRAINED } from '../../presets/ids.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { useLab } from './labStore.ts';

/** The height in pixels that fits diagram and player. */
const HEIGHT = 480;

/** A link to the laboratory as it is set, and a frame of what a frame can show of it: one of its cells at work. */
export function LabLinks() {
  // the dialog shares the settings with which it was opened
  const [settings] = useState(useLab().getState);
  const [published, setPublished] = useState('');
  const site = pageOn(published, window.location.href);
  const name = nameOf(settings.cell);
  const frame = frameAddress(site, `v=1&preset=${TRAINED}${rememberFirst.id}-${settings.cell}`);
  return (
    <>
      <PublicAddress typed={published} onChange={setPublished} />
      <LinkField
        link={pageAddress(site, hashOf(settings))}
        hint="Anyone who opens it sees the laboratory with the same settings."
      />
      <CopyField
        label="Text for a course page"
        text={frameMarkup(frame, `${name} on “${rememberFirst.title}”, step by step (Gatescope)`, HEIGHT)}
        lines={4}
      />
      <p className="hint">
        A frame shows one cell, step by step. The charts compare networks trained with every gap, which a frame does not
        fetch, so they are shared by the link. This frame shows the {name} of Explore’s examples, which learned the task
        with a gap of 30. {systems.learning.hint}
      </p>
    </>
  );
}
