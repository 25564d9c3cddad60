/** The annotations of a diagram, in one file of the built site that is fetched as soon as the diagram is drawn. */
export { RunAnnouncers } from './compare/RunAnnouncers.tsx';
export { Keys } from './controls/Keys.tsx';
export { Change } from './diagram/Change.tsx';
export { Legends } from './diagram/Legends.tsx';
export { SwitchMotion } from './diagram/SwitchMotion.tsx';
export { Tip } from './diagram/Tip.tsx';
export { Announcer } from './panels/Announcer.tsx';
export { PinPlace } from './pins/PinPlace.tsx';
export { PrintedStrips } from './timeline/PrintedStrips.tsx';
