import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { Problem } from '#contract/http/problem.ts';
import type { App } from '#server/app-type.ts';

const PROBLEM_ANSWER = {
  description: 'Why not: a problem as in RFC 9457',
  content: { 'application/problem+json': { schema: Problem } },
};

/**
 * OpenAPI 3.1, generated from the schemas that check the requests.
 *
 * Nothing is written twice: a schema of TypeBox is a schema of OpenAPI 3.1.
 */
export function openApiOptions(): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Social Work Together: the centre',
        version: '1',
        description: 'Streams of changes, the pool in buckets, and what laptops send.',
      },
      components: {
        securitySchemes: { signIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
      security: [{ signIn: [] }],
    },
    transform: ({ schema, url }) => {
      const response = { ...(schema?.response as object), default: PROBLEM_ANSWER };
      return { schema: { ...schema, response }, url };
    },
  };
}

/** Serves the document itself. */
export function openApiRoute(app: App): void {
  app.get(ENDPOINTS.openapi, { schema: { summary: 'This document', security: [] } }, async () =>
    app.swagger(),
  );
}
