import '../../theme/theme.css';
import '../../theme/fonts/fonts.css';
import '../../theme/waiting.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { settingsIn } from '../../laboratory/labLink.ts';
import { Lab } from './Lab.tsx';
import { createLab } from './labStore.ts';

const { settings, notices } = settingsIn(window.location.hash);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Lab lab={createLab(settings)} notices={notices} />
    </StrictMode>,
  );
