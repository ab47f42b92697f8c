import { join, resolve } from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { fail, ok } from '#contract/errors.ts';
import { REQUEST_CHANNEL } from '#contract/ipc.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { readAssetManifest } from './assets.ts';
import { claimFolder } from './claim-folder.ts';
import { openExternalSafely } from './external-links.ts';
import { appHandlers } from './ipc/app.ts';
import { deskHandlers } from './ipc/desk.ts';
import { buildDispatcher } from './ipc/handle.ts';
import { journalHandlers } from './ipc/journal.ts';
import { sessionHandlers } from './ipc/session.ts';
import { settingsHandlers } from './ipc/settings.ts';
import { syncHandlers } from './ipc/sync.ts';
import { openKeyStore } from './keys/key-store.ts';
import { openKeyring } from './keys/keyring.ts';
import { sealedFile } from './keys/sealed-file.ts';
import { openLog } from './log.ts';
import { buildMenu } from './menu.ts';
import { openPortDoor } from './port-door.ts';
import { registerScheme, serveAssets } from './protocol.ts';
import { denyPermissions } from './security.ts';
import { findIssuers } from './session/issuer-finder.ts';
import { KeptSession } from './session/kept-session.ts';
import { buildSessionService } from './session/session-service.ts';
import { signInByName } from './session/sign-in-by-name.ts';
import { KeptTokens, keepTokens } from './session/tokens.ts';
import { openSettings } from './settings/settings-file.ts';
import { readStartOptions } from './start-options.ts';
import { systemClock as clock, systemRandom as random, systemTimer as timer } from './system.ts';
import { readUserDataFolder } from './user-data-folder.ts';
import { keepWindows } from './windows.ts';

const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);
const options = readStartOptions(process.argv, process.env);
const folder = resolve(
  readUserDataFolder({
    asked: options.userDataDir,
    usual: app.getPath('userData'),
    platform: process.platform,
    localAppData: process.env.LOCALAPPDATA,
  }),
);
const trouble =
  options.apiUrl === null
    ? 'The address of the centre must begin with https:// (or http:// on this machine).'
    : claimFolder(folder);
app.setPath('userData', folder);

if (trouble !== null) {
  complain(trouble);
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  complain('Social Work Together is already open for this folder; its window is in front now.');
  app.exit(0);
} else {
  registerScheme(protocol);
  app.on('window-all-closed', () => app.quit());
  void app
    .whenReady()
    .then(() => start(options.apiUrl ?? ''))
    .catch((error: unknown) => {
      complain(`Social Work Together could not start: ${String(error)}`);
      app.exit(1);
    });
}

async function start(apiUrl: string): Promise<void> {
  const log = openLog(join(folder, 'logs'), clock.nowMs);
  const settings = openSettings(join(folder, 'settings.json'), log);
  nativeTheme.themeSource = settings.read().theme;

  const keyStore = await openKeyStore(safeStorage, process.platform);
  const keyring = await openKeyring({ path: join(folder, 'keyring.json'), keyStore, random, log });

  const fetch = (url: string, init?: RequestInit) => net.fetch(url, init);
  const finder = findIssuers(fetch, apiUrl, clock);
  const openOutside = (url: string) =>
    openExternalSafely(shell, url, { issuerOrigin: finder.origin() });
  const tokens = keepTokens({
    apiUrl,
    file: sealedFile(join(folder, 'tokens.sealed'), KeptTokens, keyStore),
    findIssuer: finder.find,
    clock,
    log,
  });
  const service = buildSessionService({
    apiUrl,
    finder,
    tokens,
    file: sealedFile(join(folder, 'session.sealed'), KeptSession, keyStore),
    keysWereLost: keyring.wereLost,
    fetchSession: async () => fail('NET_UNREACHABLE', 'Sync is not part of the program yet.'),
    openBrowser: openOutside,
    countNotSent: () => 0,
    wipe: async () => keyring.destroyAll(),
    clock,
    timer,
    log,
  });

  const windows = keepWindows({ openOutside: (url) => void openOutside(url), log });
  const dispatch = buildDispatcher({
    isOurWindow: windows.isOurs,
    log,
    handlers: {
      ...sessionHandlers(service),
      ...syncHandlers({
        status: () => ({
          word: { is: 'all-sent', at: null },
          phase: { is: 'idle' },
          lastSyncAt: null,
          nextTryAt: null,
          setAside: 0,
          clockOffByMs: null,
          notices: [],
        }),
        syncNow: () => {},
      }),
      ...journalHandlers({
        list: () => [],
        retry: () => ok(null),
        discard: () => ok(null),
        readDraft: () => ok(''),
        writeDraft: () => ok(null),
      }),
      ...settingsHandlers(settings, (changed) => {
        nativeTheme.themeSource = changed.theme;
        windows.push('settings.changed', changed);
      }),
      ...appHandlers({
        appVersion: app.getVersion(),
        protocol: PROTOCOL_VERSION,
        electron: process.versions.electron ?? '',
        chromium: process.versions.chrome ?? '',
        platform: process.platform,
        apiUrl,
        persisted: keyring.isPersisted,
        keyStore: keyStore.name,
      }),
      ...deskHandlers({
        openOutside,
        print: () => windows.current()?.print(),
        async askWhere(defaultPath) {
          const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
          return canceled || !filePath ? null : filePath;
        },
        ...settings,
      }),
    },
  });
  ipcMain.handle(REQUEST_CHANNEL, dispatch);
  openPortDoor(ipcMain, windows.isOurs, (port) => port.close());
  service.subscribe((state) => windows.push('session.changed', state));

  denyPermissions(session.defaultSession);
  serveAssets(protocol, readAssetManifest(join(import.meta.dirname, '../renderer')));
  const send = (command: string) => windows.push('menu.command', command);
  Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenu(send, process.platform)));
  app.on('second-instance', windows.focus);
  app.on('activate', windows.focus);
  await service.start();
  windows.open();
  if (options.signIn !== null) signInByName(service, options.signIn, complain);
}
