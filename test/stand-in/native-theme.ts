import { EventEmitter } from 'node:events';

type Source = 'system' | 'light' | 'dark';

/** The desktop is a light one. */
class NativeTheme extends EventEmitter {
  #source: Source = 'system';

  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme: NativeTheme = new NativeTheme();
