import { type Static, Type } from 'typebox';

/** `GET /v1/sign-in`, public: where to sign in, and the made-up accounts if there are any. */
export const SignInInfo = Type.Object({
  issuer: Type.String(),
  clientId: Type.String(),
  scope: Type.String(),
  programmeName: Type.String(),
  /** Only where the embedded issuer with made-up recruiters is in use. */
  madeUpAccounts: Type.Array(
    Type.Object({
      /** The value for `login_hint`. */
      login: Type.String(),
      name: Type.String(),
      council: Type.String(),
      role: Type.String(),
    }),
  ),
});
export type SignInInfo = Static<typeof SignInInfo>;
