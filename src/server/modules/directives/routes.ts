import { Receipts, ReceiptsTaken } from '#contract/http/directives.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { App } from '#server/app-type.ts';
import { type Database, inTransaction } from '#server/db/database.ts';
import { callerOf } from '#server/plugins/callers.ts';
import { takeReceipts } from './repository.ts';

/** Takes receipts; a laptop may send them for the one that was wiped before it. */
export function receiptRoutes(app: App, database: Database): void {
  app.post(
    ENDPOINTS.receipts,
    {
      schema: {
        summary: 'What this device has removed; sent until it is acknowledged',
        body: Receipts,
        response: { 200: ReceiptsTaken },
      },
    },
    async (request) => {
      const { recruiter } = callerOf(request);
      const { device, receipts } = request.body;
      await inTransaction(database.sql, (transaction) =>
        takeReceipts(transaction, { device, recruiter: recruiter.id }, receipts),
      );
      return { taken: receipts.map(({ directive }) => directive) };
    },
  );
}
