import type { Sql } from '#server/db/database.ts';
import type { IssuerKeys } from './keys.ts';

/** A made-up person who can sign in. */
export interface Account {
  /** The recruiter's id; `oid` and `sub` of the tokens. */
  readonly id: string;
  /** What `login_hint` names. */
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly council: string;
  readonly role: string;
  /** The council's tenant; `tid` of the tokens. */
  readonly tenant: string;
}

/** What the embedded issuer is started with. */
export interface IssuerOptions {
  readonly port: number;
  readonly database: Sql;
  readonly keys: IssuerKeys;
  readonly accounts: readonly Account[];
  readonly audience: string;
  readonly accessTokenSeconds?: number;
}

/** The client id of the desktop app at the embedded issuer. */
export const CLIENT_ID = 'swt-desktop';
/** What the desktop app asks for at the embedded issuer. */
export const SCOPE = 'openid profile offline_access sync.read sync.write';
