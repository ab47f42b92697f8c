import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';

export class MenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: MenuItemConstructorOptions['role'] | undefined;
  readonly type: NonNullable<MenuItemConstructorOptions['type']>;
  readonly accelerator: string | null;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  checked: boolean;
  visible: boolean;
  readonly #options: MenuItemConstructorOptions;

  constructor(options: MenuItemConstructorOptions) {
    const { id, label, role, type, accelerator, submenu } = options;
    this.#options = options;
    this.id = id ?? '';
    this.label = label ?? role ?? '';
    this.role = role;
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = accelerator ?? null;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined;
    this.enabled = options.enabled ?? true;
    this.checked = options.checked ?? false;
    this.visible = options.visible ?? true;
  }

  /** Electron hands the listener the item, the window and the event; only the window is real here. */
  click(): void {
    if (this.role === 'quit') app.quit();
    if (this.role === 'close') BrowserWindow.getFocusedWindow()?.close();
    const listener = this.#options.click as ((...args: unknown[]) => void) | undefined;
    listener?.(this, BrowserWindow.getFocusedWindow() ?? undefined, {});
  }
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((options) => new MenuItem(options)));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
