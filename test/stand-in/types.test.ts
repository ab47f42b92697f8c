import type * as Electron from 'electron';
import { expectTypeOf, it } from 'vitest';
import type { BrowserWindow } from './browser-window.ts';
import type * as here from './index.ts';
import type { Sender } from './ipc-main.ts';
import type { MainFrame } from './main-frame.ts';
import type { Menu, MenuItem } from './menu.ts';
import type { MessagePortMain } from './message-ports.ts';
import type { WebContents } from './web-contents.ts';

type Emitter = keyof NodeJS.EventEmitter;
/**
 * What `Ours` has of `Theirs`, by Electron's own types. Left out: listeners, for `on` is overloaded
 * by event, and parts of the stand-in that are checked by themselves.
 */
type Shared<Theirs, Ours, Parts = never> = Pick<
  Theirs,
  Exclude<keyof Theirs & keyof Ours, Emitter | Parts>
>;
type Real = typeof Electron;
type Here = typeof here;

// These fail in the compiler (the gate `types`), never at run time.
it('the modules have the shapes of Electron’s own declarations', () => {
  expectTypeOf<Here['app']>().toExtend<Shared<Real['app'], Here['app'], 'commandLine'>>();
  type Line = Here['app']['commandLine'];
  expectTypeOf<Line>().toExtend<Shared<Electron.CommandLine, Line>>();
  expectTypeOf<Here['dialog']>().toExtend<Shared<Real['dialog'], Here['dialog']>>();
  expectTypeOf<Here['nativeTheme']>().toExtend<Shared<Real['nativeTheme'], Here['nativeTheme']>>();
  expectTypeOf<Here['net']>().toExtend<Shared<Real['net'], Here['net']>>();
  expectTypeOf<Here['protocol']>().toExtend<Shared<Real['protocol'], Here['protocol']>>();
  expectTypeOf<Here['safeStorage']>().toExtend<Shared<Real['safeStorage'], Here['safeStorage']>>();
  expectTypeOf<Here['shell']>().toExtend<Shared<Real['shell'], Here['shell']>>();
  type Session = Here['session']['defaultSession'];
  expectTypeOf<Session>().toExtend<Shared<Electron.Session, Session>>();
});

it('windows, pages, menus and ports have them too', () => {
  type Parts = 'session' | 'mainFrame' | 'postMessage';
  expectTypeOf<WebContents>().toExtend<Shared<Electron.WebContents, WebContents, Parts>>();
  type Window = Shared<Electron.BrowserWindow, BrowserWindow, 'webContents'>;
  expectTypeOf<BrowserWindow>().toExtend<Window>();
  expectTypeOf<MainFrame>().toExtend<Shared<Electron.WebFrameMain, MainFrame, 'top'>>();
  type Event = Shared<Electron.IpcMainInvokeEvent, Sender, 'sender' | 'senderFrame'>;
  expectTypeOf<Sender>().toExtend<Event>();
  type Port = Shared<Electron.MessagePortMain, MessagePortMain, 'postMessage'>;
  expectTypeOf<MessagePortMain>().toExtend<Port>();
  type Item = Shared<Electron.MenuItem, MenuItem, 'click' | 'role' | 'submenu'>;
  expectTypeOf<MenuItem>().toExtend<Item>();
  expectTypeOf<Menu>().toExtend<Shared<Electron.Menu, Menu, 'items' | 'getMenuItemById'>>();
});
