import { NO_ORDERS, type OrdersFile, type OrdersStore } from '#main/directives/orders-file.ts';

/** What becomes of one write of the file of directives. */
export type OrdersFate = 'done' | 'full' | 'cut before' | 'cut after';

/** Whose process writes. */
export interface OrdersOwner {
  /** Throws where the process has ended already. */
  fate(): OrdersFate;
  /** The process ends here; throws. */
  cut(): never;
  written(before: OrdersFile, after: OrdersFile): void;
}

/** The file of what the centre ordered, as it lies on a laptop's disk: whole, or as before. */
export class OrdersDisk {
  #text = JSON.stringify(NO_ORDERS);

  /** Takes a copy; gives what puts it back. */
  copy(): () => void {
    const text = this.#text;
    return () => {
      this.#text = text;
    };
  }

  read(): OrdersFile {
    return JSON.parse(this.#text) as OrdersFile;
  }

  /** It cannot be read any more. */
  lose(): void {
    this.#text = JSON.stringify(NO_ORDERS);
  }

  /** The file as one run of the app sees it. */
  mount(owner: OrdersOwner): OrdersStore {
    return {
      read: () => this.read(),
      write: (orders) => {
        const fate = owner.fate();
        if (fate === 'full') throw new Error('the disk is full');
        if (fate === 'cut before') owner.cut();
        const before = this.read();
        this.#text = JSON.stringify(orders);
        owner.written(before, orders);
        if (fate === 'cut after') owner.cut();
      },
    };
  }
}
