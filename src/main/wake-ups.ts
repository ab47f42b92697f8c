import type { Net, PowerMonitor } from 'electron';
import type { Timer } from '#core/ports.ts';
import type { EngineSignal } from '#core/sync/engine.ts';

const LOOK_EVERY_MS = 5_000;

/** What tells of sleep and network. */
export interface WakeUpParts {
  readonly power: Pick<PowerMonitor, 'on'>;
  readonly net: Pick<Net, 'isOnline'>;
  readonly timer: Timer;
}

/** Tells the engine when the laptop sleeps, wakes or finds a network again: hints, not truth. */
export function watchWakeUps(
  { power, net, timer }: WakeUpParts,
  signal: (is: EngineSignal) => void,
): void {
  power.on('suspend', () => signal('suspend'));
  power.on('resume', () => signal('resume'));
  let wasOnline = net.isOnline();
  const look = () => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) signal('network-up');
    wasOnline = isOnline;
    timer.after(LOOK_EVERY_MS, look);
  };
  timer.after(LOOK_EVERY_MS, look);
}
