import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Heads } from '#contract/http/streams.ts';
import type { Timer } from '#core/ports.ts';
import { createNudges } from '#main/sync/events.ts';
import { apiFor, listen } from './support.ts';

const HEADS: Heads = { grantsRev: 1, heads: { pool: { epoch: 'e', seq: 4 } } };
const event = (heads: unknown) => `event: heads\ndata: ${JSON.stringify(heads)}\n\n`;

/** Real waiting, but a hundred times as fast, so that coming back is quick. */
const timer: Timer = {
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs / 100);
    return () => clearTimeout(handle);
  },
};

async function setUp(answer: (response: ServerResponse, attempt: number) => void) {
  let attempts = 0;
  const { apiUrl, requests } = await listen((_, response) => answer(response, ++attempts));
  const { api } = apiFor(apiUrl, { timeoutMs: 60_000 });
  const heard: Heads[] = [];
  const nudges = createNudges({
    open: (signal) => api.events(signal),
    timer,
    random: { next: () => 0.5, bytes: (length) => new Uint8Array(length) },
    silenceMs: 20_000,
  });
  const stop = nudges.listen((heads) => void heard.push(heads));
  onTestFinished(stop);
  return { heard, requests, stop };
}

const open = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });

test('nudges are heard, even cut anywhere, and anything else is passed over', async () => {
  const { heard, requests } = await setUp((response) => {
    open(response);
    const text = `: hello\n\nevent: other\ndata: {}\n\n${event({ heads: 1 })}event: heads\ndata: {no\n\n${event(HEADS)}`;
    const half = text.length - 12;
    response.write(text.slice(0, half));
    setTimeout(() => response.write(text.slice(half)), 20);
  });
  await vi.waitFor(() => expect(heard).toEqual([HEADS]));
  expect(requests[0]?.headers.accept).toContain('text/event-stream');
});

test('a line that is lost, refused or answered by a portal is opened again', async () => {
  const { heard, requests } = await setUp((response, attempt) => {
    if (attempt === 1) open(response).end(event(HEADS));
    else if (attempt === 2) response.writeHead(503, { 'content-type': 'text/html' }).end('busy');
    else if (attempt === 3) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else if (attempt === 4) response.destroy();
    else open(response).write(event(HEADS));
  });
  await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 10_000 });
  expect(requests).toHaveLength(5);
});

test('a line that has gone silent is given up and opened again', async () => {
  const { requests } = await setUp((response) => void open(response).write(': here\n\n'));
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(2), { timeout: 10_000 });
});

test('after stopping nothing is heard and nothing is asked', async () => {
  let line: ServerResponse | null = null;
  const { heard, requests, stop } = await setUp((response) => {
    line = open(response);
    response.write(event(HEADS));
  });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  stop();
  (line as ServerResponse | null)?.write(event(HEADS));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toHaveLength(1);
  expect(requests).toHaveLength(1);
});
