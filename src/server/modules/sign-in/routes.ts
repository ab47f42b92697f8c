import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { SignInInfo } from '#contract/http/sign-in.ts';
import type { App } from '#server/app-type.ts';

/** Public: where to sign in, before anybody has. */
export function signInRoutes(app: App, info: SignInInfo): void {
  app.get(
    ENDPOINTS.signIn,
    {
      schema: {
        summary: 'Where to sign in, and the made-up accounts if there are any',
        security: [],
        response: { 200: SignInInfo },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return info;
    },
  );
}
