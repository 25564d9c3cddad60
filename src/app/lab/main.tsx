import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Lab } from './Lab.tsx';
import { settingsIn } from './labLink.ts';
import { createLab } from './labStore.ts';

const { settings, notices } = settingsIn(window.location.hash);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Lab lab={createLab(settings)} notices={notices} />
    </StrictMode>,
  );
