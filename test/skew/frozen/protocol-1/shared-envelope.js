import { W as CandidateId, X as RecordId, Z as StreamId, a as MUTATIONS, q as IsoInstant } from "./shared-push.js";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { createHash } from "node:crypto";
import { Clean } from "typebox/value";
// ../../swt-freeze-G0nL73/src/server/plugins/problems.ts
/** What each problem is called, its status, and what a client does next (sync.md 3.6). */
var SHAPES = {
	"token-missing": {
		status: 401,
		title: "Sign in first",
		retry: "reauth"
	},
	"token-expired": {
		status: 401,
		title: "The sign-in has run out",
		retry: "reauth"
	},
	"token-invalid": {
		status: 401,
		title: "This sign-in is not accepted",
		retry: "reauth"
	},
	"not-allowed": {
		status: 403,
		title: "Not allowed",
		retry: "never"
	},
	"stream-not-granted": {
		status: 403,
		title: "Not granted to you",
		retry: "never"
	},
	"not-found": {
		status: 404,
		title: "Not found",
		retry: "never"
	},
	"order-gap": {
		status: 409,
		title: "Changes are missing before this one",
		retry: "after"
	},
	"programme-closed": {
		status: 409,
		title: "The programme is closed",
		retry: "never"
	},
	"cursor-expired": {
		status: 410,
		title: "Read this stream again",
		retry: "resync"
	},
	"epoch-changed": {
		status: 410,
		title: "Read this stream again",
		retry: "resync"
	},
	"too-large": {
		status: 413,
		title: "Too much at once",
		retry: "never"
	},
	invalid: {
		status: 422,
		title: "Not in the agreed form",
		retry: "never"
	},
	"id-reuse": {
		status: 422,
		title: "This id was used for another change",
		retry: "never"
	},
	rule: {
		status: 422,
		title: "A rule says no",
		retry: "never"
	},
	"upgrade-required": {
		status: 426,
		title: "This version is too old",
		retry: "upgrade"
	},
	"too-many-requests": {
		status: 429,
		title: "Too many requests",
		retry: "after"
	},
	unavailable: {
		status: 503,
		title: "Not available at the moment",
		retry: "after"
	},
	fault: {
		status: 500,
		title: "The centre failed",
		retry: "after"
	}
};
/** Stops a request with a problem; `detail` is in plain words without personal data. */
var Refusal = class extends Error {
	name = "Refusal";
	code;
	detail;
	extra;
	constructor(code, detail, extra = {}) {
		super(code);
		this.code = code;
		this.detail = detail;
		this.extra = extra;
	}
};
/** Builds the body of a problem; the same inside a push result as on its own. */
function problemOf(code, detail, requestId) {
	const { status, title, retry } = SHAPES[code];
	return {
		type: `/problems/${code}`,
		title,
		status,
		code,
		...detail ? { detail } : {},
		retry,
		requestId
	};
}
/** Answers every failure as `application/problem+json`, with no insides in it. */
function answerWithProblems(app) {
	app.setNotFoundHandler((request, reply) => send(request, reply, new Refusal("not-found", "There is nothing at this address.")));
	app.setErrorHandler((error, request, reply) => {
		const refusal = error instanceof Refusal ? error : refusalFor(error);
		if (refusal.code === "fault") request.log.error({ err: error }, "fault");
		return send(request, reply, refusal);
	});
}
function send(request, reply, refusal) {
	const problem = problemOf(refusal.code, refusal.detail, request.id);
	const { expected, status = problem.status } = refusal.extra;
	if (status === 401) reply.header("www-authenticate", "Bearer");
	if (status === 426) reply.header("upgrade", "SWT");
	if (status === 503) reply.header("retry-after", "5");
	return reply.status(status).header("content-type", "application/problem+json; charset=utf-8").send(Buffer.from(JSON.stringify({
		...problem,
		status,
		...expected === void 0 ? {} : { expected }
	})));
}
/** Reads the framework's own refusals; anything else is a fault of ours. */
function refusalFor(error) {
	const status = error.statusCode ?? 500;
	if (error.validation) {
		const where = error.validation[0]?.instancePath || "/";
		return new Refusal("invalid", `The ${error.validationContext} is not valid at ${where}.`);
	}
	if (status === 413) return new Refusal("too-large", "Send this in smaller parts.");
	if (status === 415) return new Refusal("invalid", "Send JSON.", { status });
	if (status === 429) return new Refusal("too-many-requests", "Wait before you ask again.");
	if (status >= 400 && status < 500) return new Refusal("invalid", "The request could not be read.", { status });
	if (isDatabaseGone(error)) return new Refusal("unavailable", "The database does not answer at the moment.");
	return new Refusal("fault", "Nothing was changed. Try again; support finds it by its request id.");
}
/** Connection failures, shutdown and "too many connections" pass; other errors do not. */
function isDatabaseGone(error) {
	if (!(error instanceof Error)) return false;
	const code = "code" in error ? String(error.code) : "";
	return /^(08|57|53)/.test(code) || [
		"ECONNREFUSED",
		"ECONNRESET",
		"EPIPE",
		"ENOENT",
		"ETIMEDOUT"
	].includes(code) || /Connection terminated|embedded database has stopped|timeout exceeded when trying/.test(error.message);
}
// ../../swt-freeze-G0nL73/src/server/modules/push/envelope.ts
/**
* As much of a change as must be readable to answer it at all.
*
* Kind and arguments are checked one by one, so that one bad change is refused for good
* and the others of its batch go through.
*/
var Envelope = Type.Object({
	id: RecordId,
	n: Type.Integer({ minimum: 1 }),
	stream: StreamId,
	entity: Type.Union([RecordId, CandidateId]),
	base: Type.Integer({ minimum: 0 }),
	schema: Type.Integer({ minimum: 1 }),
	at: IsoInstant,
	ageMs: Type.Integer({ minimum: 0 }),
	kind: Type.String({ maxLength: 40 }),
	args: Type.Unknown()
});
/** A batch whose envelopes can be read. */
var Envelopes = Type.Object({
	device: Type.String({
		minLength: 8,
		maxLength: 64
	}),
	mutations: Type.Array(Envelope, {
		minItems: 1,
		maxItems: 100
	})
});
var VALIDATORS = Object.fromEntries(Object.entries(MUTATIONS).map(([kind, schema]) => [kind, Compile(schema)]));
/**
* Reads an envelope as a change of the contract, or says in words why it is none.
*
* Properties the contract does not name are dropped: arguments become records, and
* nobody may slip an author or a council into one.
*/
function parseMutation(envelope) {
	const validator = VALIDATORS[envelope.kind];
	if (!validator) return { why: `"${envelope.kind}" is not known here.` };
	if (!validator.Check(envelope.args)) {
		const first = validator.Errors(envelope.args)[0];
		return { why: `${envelope.kind}: ${first?.instancePath || "/"} ${first?.message ?? ""}`.trim() };
	}
	const args = Clean(MUTATIONS[envelope.kind], structuredClone(envelope.args));
	return { mutation: {
		...envelope,
		args
	} };
}
/**
* Hashes what a change says, so that the same id with other content is noticed.
*
* Its age is left out: it differs each time the same change is sent.
*/
function bodyHash(envelope) {
	const { ageMs: _age, ...rest } = envelope;
	return createHash("sha256").update(canonical(rest)).digest("hex");
}
/** JSON with keys in order, because a resent change may have been stored and read back. */
function canonical(value) {
	return JSON.stringify(value, (_key, inner) => inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner);
}
export { answerWithProblems as a, Refusal as i, bodyHash as n, problemOf as o, parseMutation as r, Envelopes as t };
