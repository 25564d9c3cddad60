import './theme/theme.css';
import './theme/fonts/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepEarlyDrop } from './components/share/earlyDrops.ts';
import { startFromLink } from './components/share/startFromLink.ts';
import { home } from './presets/index.ts';

keepEarlyDrop();
const started = await startFromLink(window.location.hash, home);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App {...started} />
    </StrictMode>,
  );
