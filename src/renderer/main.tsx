import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/styles.ts';
import { App } from './app/app.tsx';
import { DataProvider } from './data/data-context.tsx';
import { createPlatform } from './data/platform.ts';
import { startDataWorker } from './data/worker-address.ts';
import { createWorkerClient } from './data/worker-client.ts';

// React Aria then adds no style element of its own; base.css has the rule (ecosystem.md 3.1).
const meta = document.createElement('meta');
meta.id = 'react-aria-pressable-style';
document.head.append(meta);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

const sources = {
  platform: createPlatform(window.swt),
  worker: createWorkerClient({ connect: () => window.swt.connect(), startWorker: startDataWorker }),
};

createRoot(root).render(
  <StrictMode>
    <DataProvider sources={sources}>
      <App />
    </DataProvider>
  </StrictMode>,
);
