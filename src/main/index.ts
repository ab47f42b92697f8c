import { join, resolve } from 'node:path';
import { app, nativeTheme, net, powerMonitor, protocol, safeStorage, shell } from 'electron';
import type { ErrorCode } from '#contract/errors.ts';
import { claimFolder } from './claim-folder.ts';
import { ordersFile } from './directives/orders-file.ts';
import { askWhere, askWhich, joinShell } from './electron-shell.ts';
import { openExternalSafely } from './external-links.ts';
import { buildHandlers } from './ipc/handlers.ts';
import { openKeyStore } from './keys/key-store.ts';
import { openKeyring } from './keys/keyring.ts';
import { buildVault } from './keys/vault.ts';
import { openLog } from './log.ts';
import { registerScheme } from './protocol.ts';
import { buildRecovery } from './recovery/recovery.ts';
import { openSession } from './session/open-session.ts';
import { signInByName } from './session/sign-in-by-name.ts';
import { openSettings } from './settings/settings-file.ts';
import { readStartOptions } from './start-options.ts';
import { complain, leave } from './start-trouble.ts';
import { systemClock as clock, systemRandom as random, systemTimer as timer } from './system.ts';
import { readUserDataFolder } from './user-data-folder.ts';
import { watchWakeUps } from './wake-ups.ts';
import { keepWindows } from './windows.ts';
import { openWork } from './work.ts';

const options = readStartOptions(process.argv, process.env);
const folder = resolve(readUserDataFolder(options.userDataDir, app.getPath('userData'), process));
const trouble = claimFolder(folder);
app.setPath('userData', folder);

if (options.apiUrl === null) leave('The address of the centre must begin with https://.', 1);
else if (trouble !== null) leave(trouble, 1);
else if (!app.requestSingleInstanceLock())
  leave('Social Work Together is already open for this folder; its window is in front.', 0);
else {
  registerScheme(protocol);
  app.on('window-all-closed', () => app.quit());
  const begin = start.bind(null, options.apiUrl);
  app.whenReady().then(begin, leave).catch(leave);
}

/** Builds everything, from what depends on nothing to what the recruiter sees. */
async function start(apiUrl: string): Promise<void> {
  const log = openLog(join(folder, 'logs'), clock.nowMs);
  const settings = openSettings(join(folder, 'settings.json'), log);
  nativeTheme.themeSource = settings.read().theme;
  const keyStore = await openKeyStore(safeStorage, process.platform);
  const keyring = await openKeyring({ path: join(folder, 'keyring.json'), keyStore, random, log });
  const notices: ErrorCode[] = [];
  if (!keyring.isPersisted) notices.push('STORE_NOT_PERSISTED');

  const fetch = (url: string, init?: RequestInit) => net.fetch(url, init);
  const { service, tokens, openOutside, forget } = openSession({
    ...{ apiUrl, folder, fetch, keyStore, keysWereLost: keyring.wereLost, clock, timer, log },
    openOutside: (url, issuerOrigin) => openExternalSafely(shell, url, { issuerOrigin }),
    fetchSession: () => work.api.session(),
    held: () => work.held(),
    workOwner: () => work.owner(),
    claimWork: (recruiter) => work.claim(recruiter),
    async wipe(forgetPerson) {
      await work.wipe(forgetPerson);
    },
    orders: {
      takes(session) {
        const news = work.directives.take(session);
        return news.ok && news.value.wipes;
      },
      wiped: () => work.directives.wiped(),
      noteSignedIn: () => work.directives.noteSignedIn(),
      forgetSettings: () => settings.reset(),
      tell: (accessToken) => work.tellReceipts(accessToken),
    },
  });
  const journalPath = keyring.isPersisted ? join(folder, 'journal.sqlite') : null;
  const recovery = buildRecovery({
    ...{ journalPath, askWhere, askWhich, clock, random, log },
    journalKey: () => keyring.key('journal'),
    journal: () => work.current.journal(),
    api: () => work.current.api(),
    rescued: () => void work.noteDamageRead(),
  });
  const windows = keepWindows({
    openOutside: (url) => void openOutside(url),
    countLost: () => (keyring.isPersisted ? 0 : work.countNotSent()),
    log,
  });
  const appVersion = app.getVersion();
  log.info('start', { version: appVersion, platform: process.platform, keyStore: keyStore.name });
  const work = await openWork({
    ...{ keyring, notices, clock, random, timer, log },
    vault: (orders) => buildVault(keyring, service.kept, orders),
    directives: {
      file: ordersFile(keyring.isPersisted ? join(folder, 'directives.json') : null),
      pinned: () => options.directiveKeys ?? service.kept()?.directiveKeys ?? null,
    },
    forgetPerson() {
      forget();
      settings.reset();
    },
    wipeOrdered: () => void service.obeyWipe().then(() => changed(settings.read())),
    journalPath,
    policy: () => service.kept()?.programme.policy ?? null,
    http: { fetch, apiUrl, tokens, appVersion, platform: process.platform },
    async session(session) {
      await service.confirm(session);
      await recovery.prepare(session.recovery);
      await work.lookAside();
    },
    statusChanged: (status) => windows.push('sync.changed', status),
    journalRekeyed: () => void recovery.renew().then(work.lookAside),
    journalChanged: (entries) => windows.push('journal.changed', entries),
    firstSyncFinished: (people) =>
      void process.stdout.write(`First sync finished: ${people} people on this device.\n`),
  });
  app.on('will-quit', work.close);
  watchWakeUps({ power: powerMonitor, net, timer }, work.signal);
  service.subscribe((state) => {
    windows.push('session.changed', state);
    if (state.is === 'signed-in') work.signal('signed-in');
  });

  const changed = (now: ReturnType<typeof settings.read>) => {
    nativeTheme.themeSource = now.theme;
    windows.push('settings.changed', now);
  };
  const print = () => windows.current()?.print();
  const desk = { ...settings, openOutside, print, askWhere };
  const facts = { apiUrl, appVersion, keyring, keyStore };
  const handlers = buildHandlers({
    service,
    work,
    recovery,
    settings: { store: settings, changed },
    desk,
    facts,
  });
  joinShell({ windows, handlers, work, log });
  await service.start();
  windows.open();
  if (options.signIn !== null) signInByName(service, options.signIn, complain);
}
