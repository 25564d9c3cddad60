/** The explanations beside a diagram, in one file of the built site that is fetched as soon as the diagram is drawn. */
export { HotkeyHelp } from './controls/HotkeyHelp.tsx';
export { GradientOf } from './gradients/GradientOf.tsx';
export { LookFor } from './input/LookFor.tsx';
export { PresetLine } from './input/PresetLine.tsx';
export { EquationsPanel } from './panels/EquationsPanel.tsx';
export { InspectorPanel } from './panels/InspectorPanel.tsx';
export { StagePanel } from './panels/StagePanel.tsx';
export { TablePanel } from './panels/TablePanel.tsx';
export { TimelinePanel } from './panels/TimelinePanel.tsx';
export { PredictionPanel } from './prediction/PredictionPanel.tsx';
export { TextStrip } from './sequence/TextStrip.tsx';
export { WhatIsAsked } from './sequence/WhatIsAsked.tsx';
export { Address } from './share/Address.tsx';
export { FileDrop } from './share/FileDrop.tsx';
