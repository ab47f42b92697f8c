import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import '#renderer/ui/styles.ts';
import { DataProvider, type DataSources } from '#renderer/data/data-context.tsx';

/** Draws on a page of its own, in real Chromium, and takes it away after the test. */
export function draw(sources: DataSources, what: ReactNode): HTMLElement {
  window.location.hash = '';
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  flushSync(() => root.render(<DataProvider sources={sources}>{what}</DataProvider>));
  return place;
}
