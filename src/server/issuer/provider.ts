import Provider, {
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { type Account, CLIENT_ID, type IssuerOptions } from './account.ts';
import { issuerStorage } from './adapter.ts';
import { escaped, page } from './pages.ts';

/** Scopes of the API; they belong to the resource, never to the issuer's own list. */
const API_SCOPES = 'sync.read sync.write';
const DAY_SECONDS = 86_400;

/**
 * Configures oidc-provider to look like Microsoft Entra ID v2.
 *
 * The same claims (`oid`, `tid`, `roles`, `scp`, `ver`) so that the centre has one way of
 * checking tokens. The comments say where the library's defaults had to give way
 * (central-api.md section 5).
 */
export function buildProvider(url: string, options: IssuerOptions): Provider {
  const accounts = new Map(options.accounts.map((account) => [account.id, account]));
  const accessTokenSeconds = options.accessTokenSeconds ?? 900;
  const configuration: Configuration = {
    adapter: issuerStorage(options.database),
    jwks: options.keys.jwks,
    cookies: { keys: options.keys.cookies },
    clients: [
      {
        client_id: CLIENT_ID,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        // A native app's loopback redirect is good on any port (RFC 8252).
        redirect_uris: ['http://127.0.0.1/callback'],
        post_logout_redirect_uris: ['http://127.0.0.1/signed-out'],
      },
    ],
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name', 'email', 'oid', 'tid', 'roles'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    // The library drops offline_access without prompt=consent, which Entra must not get.
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 900,
      RefreshToken: 14 * DAY_SECONDS,
      Session: DAY_SECONDS,
      Grant: 14 * DAY_SECONDS,
      Interaction: 600,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = page(
            'Sign out',
            `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
          );
        },
        // The default page loads a font from elsewhere.
        postLogoutSuccessSource: async (context) => {
          context.body = page('Signed out', '<p>You can close this page.</p>');
        },
      },
      resourceIndicators: {
        enabled: true,
        // The client never sends "resource": Entra v2 refuses it.
        defaultResource: async () => options.audience,
        useGrantedResource: async () => true,
        getResourceServerInfo: async () => ({
          scope: API_SCOPES,
          audience: options.audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: async (_context, token) => {
      const account = 'accountId' in token ? accounts.get(String(token.accountId)) : undefined;
      return account && { ...claimsOf(account), ver: '2.0' };
    },
    formats: {
      customizers: {
        jwt: async (_context, _token, jwt) => {
          if (jwt.payload) jwt.payload.scp = jwt.payload.scope;
        },
      },
    },
    findAccount: async (_context, id) => {
      const account = accounts.get(id);
      if (!account) return undefined;
      return { accountId: id, claims: async () => ({ sub: id, ...claimsOf(account) }) };
    },
    loadExistingGrant: async (context) => grantEverything(context, options.audience),
    interactions: {
      policy: hintedPolicy(options.accounts),
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
    },
    renderError: async (context, out) => {
      context.type = 'html';
      const why = `${out.error}: ${out.error_description ?? ''}`;
      context.body = page('Sign-in did not work', `<p>${escaped(why)}</p>`);
    },
  };
  return new Provider(url, configuration);
}

function claimsOf({ id, tenant, role, name, email }: Account) {
  return { oid: id, tid: tenant, roles: [role], name, email };
}

/** Our own client and our own API: there is nothing to ask consent for. */
async function grantEverything(context: KoaContextWithOIDC, audience: string) {
  const { client, session, provider } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addResourceScope(audience, API_SCOPES);
  await grant.save();
  return grant;
}

/** A hint that names somebody else than the browser's session asks again. */
function hintedPolicy(accounts: readonly Account[]) {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    new Check('other_account', 'another account was named', 'login_required', (context) => {
      const hint = context.oidc.params?.login_hint;
      const named = accounts.find((account) => account.login === hint);
      const present = context.oidc.session?.accountId;
      return named && present && named.id !== present
        ? Check.REQUEST_PROMPT
        : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
}
