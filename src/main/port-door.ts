import { type IpcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import { PORT_CHANNEL } from '#contract/ipc.ts';
import { isOurCaller } from './ipc/handle.ts';

/**
 * Gives a page that asks for it one end of a fresh port for its data worker.
 *
 * Main's end goes to `attach`; whatever was attached before belongs to a worker that is gone.
 */
export function openPortDoor(
  ipcMain: IpcMain,
  isOurWindow: (contentsId: number) => boolean,
  attach: (port: MessagePortMain) => void,
): void {
  ipcMain.on(PORT_CHANNEL, (event) => {
    if (!isOurCaller(event, isOurWindow)) return;
    const { port1, port2 } = new MessageChannelMain();
    attach(port1);
    event.sender.postMessage(PORT_CHANNEL, null, [port2]);
  });
}
