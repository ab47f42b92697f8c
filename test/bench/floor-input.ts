import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The least a key press can cost: a page with nothing but one controlled input and its echo. */
function Floor() {
  const [typed, setTyped] = useState('');
  return createElement(
    'main',
    null,
    createElement('input', {
      'aria-label': 'Floor',
      value: typed,
      onChange: (event: { readonly target: HTMLInputElement }) => setTyped(event.target.value),
    }),
    createElement('output', null, typed),
  );
}

const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(createElement(Floor));

window.floorPresses = [];
addEventListener(
  'keydown',
  ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => void window.floorPresses.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  },
  { capture: true },
);
