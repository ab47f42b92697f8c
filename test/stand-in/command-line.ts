/** The arguments of Electron's executable, taken apart. */
export interface CommandLine {
  /** Modules to load before the application (`-r`): Playwright's loader comes this way. */
  readonly preloads: readonly string[];
  /** Port of `--inspect`, where asked for. */
  readonly inspectPort: number | undefined;
  readonly switches: Map<string, string>;
  /** The application: a folder with a package.json, or a script. */
  readonly entry: string | undefined;
}

export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = [];
  const switches = new Map<string, string>();
  let inspectPort: number | undefined;
  let entry: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') {
      preloads.push(args[++i] ?? '');
      continue;
    }
    if (!arg.startsWith('--')) {
      entry ??= arg;
      continue;
    }
    const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? [];
    if (name === 'inspect') inspectPort = value === '' ? 9229 : Number(value);
    else switches.set(name, value);
  }
  return { preloads, inspectPort, switches, entry };
}
