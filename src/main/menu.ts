import type { MenuItemConstructorOptions } from 'electron';

type Item = MenuItemConstructorOptions;

/** Sends the id of a command to the page in front. */
export type SendCommand = (command: string) => void;

const LINE: Item = { type: 'separator' };

/**
 * Builds the menu of the window. Each item but the system's own sends a command id, which
 * `renderer/app/keys.ts` knows; nothing happens in main.
 */
export function buildMenu(send: SendCommand, platform: NodeJS.Platform): Item[] {
  const command = (label: string, id: string, accelerator?: string): Item => ({
    id,
    label,
    click: () => send(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  /** The page listens to this key itself; the menu only names it. */
  const shown = (label: string, id: string, accelerator: string): Item => ({
    ...command(label, id, accelerator),
    registerAccelerator: false,
  });
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: '&File',
      submenu: [
        command('Sync now', 'sync.now', 'CmdOrCtrl+R'),
        // A second key for one item needs an item of its own.
        { ...command('Sync now', 'sync.now', 'F5'), id: 'sync.now.f5', visible: false },
        LINE,
        shown('Print...', 'print', 'CmdOrCtrl+P'),
        LINE,
        command('Sign out...', 'session.sign-out'),
        LINE,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        LINE,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Today', 'go.today', 'CmdOrCtrl+1'),
        command('Find', 'go.find', 'CmdOrCtrl+2'),
        command('Vacancies', 'go.vacancies', 'CmdOrCtrl+3'),
        command('Insights', 'go.insights', 'CmdOrCtrl+4'),
        command('Success stories', 'go.stories', 'CmdOrCtrl+5'),
        command('Programme', 'go.programme', 'CmdOrCtrl+6'),
        command('Sync and records', 'go.sync', 'CmdOrCtrl+7'),
        LINE,
        { role: 'zoomIn' },
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        LINE,
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: '&People',
      submenu: [
        command('Go to the search box', 'search.focus', 'CmdOrCtrl+F'),
        shown('Everything you can do...', 'palette.open', 'CmdOrCtrl+K'),
        LINE,
        command('Log a contact', 'contact.log'),
        command('Choose a shortlist...', 'shortlist.choose'),
        command('Set a follow-up', 'follow-up.add'),
      ],
    },
    { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
    {
      label: '&Help',
      submenu: [
        command('Keys on this screen', 'keys.open', 'F1'),
        command('About Social Work Together', 'help.about'),
      ],
    },
  ];
}
