/** The one frame of a page that has a preload. */
export interface MainFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: null;
  readonly top: MainFrame;
}

export function makeMainFrame(readUrl: () => string): MainFrame {
  return {
    get url() {
      return readUrl();
    },
    get origin() {
      return /^[a-z]+:\/\/[^/]*/.exec(readUrl())?.[0] ?? 'null';
    },
    parent: null,
    get top() {
      return this;
    },
  };
}
