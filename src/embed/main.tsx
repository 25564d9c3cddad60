import { createRoot } from 'react-dom/client';
import { fewParts, partsBeside } from '../components/parts.tsx';
import { startFromLink } from '../components/share/startFromLink.ts';
import { home } from '../presets/index.ts';
import { Frame } from './Frame.tsx';

/** The keys of the link; a frame that names no parts has room for few. */
const hash = window.location.hash.replace(/^#/, '');
const named = /(^|&)(parts|hide)=/.test(hash);
const started = await startFromLink(named ? hash : `${hash}&hide=${partsBeside(fewParts).join(',')}`, home);
document.title = `${started.gatescope.derived().cell.name}, step by step`;
const root = document.getElementById('root');
if (root) createRoot(root).render(<Frame {...started} home={home} />);
