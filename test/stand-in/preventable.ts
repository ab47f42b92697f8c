/** The part of an Electron event that a listener may use to say no. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<T extends object>(details: T): Preventable & T {
  let prevented = false;
  const event: Preventable = {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
  return Object.defineProperties(details, Object.getOwnPropertyDescriptors(event)) as Preventable &
    T;
}
