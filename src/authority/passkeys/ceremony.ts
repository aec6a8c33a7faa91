/**
 * The two ceremonies of WebAuthn Level 3, by a library: what a browser is asked, and whether what a device answered is true.
 *
 * Asked of every device: that it verified its holder (fingerprint, face or PIN), for this installation's own name (RP ID) and pages (origins), by an answer to
 * the one challenge. No attestation of its make is asked for: any body can use what its people have.
 */
import type { Bilingual, Result } from '#base/problem.ts';
import { ok } from '#base/problem.ts';
import { CHALLENGE_SECONDS_MAX } from './limits.ts';
import { passkeyNotVerified } from './problems.ts';
import type { AddAnswer, StepUpAnswer } from './shapes.ts';

/** Whom devices make keys for. */
export interface RelyingParty {
  /** RP ID: the host of PUBLIC_URL, or a domain above it */
  readonly id: string;
  readonly name: string;
  /** pages that may ask: PUBLIC_URL and ADMINISTRATION_URL */
  readonly origins: readonly string[];
}

/** A passkey as it is kept. */
export interface KeptPasskey {
  readonly passkeyId: string;
  readonly credentialId: Buffer;
  /** COSE_Key */
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** Loaded when somebody uses it: a start without it is quicker, and most sessions never do. */
const library = () => import('@simplewebauthn/server');
type Transports = NonNullable<
  Parameters<typeof import('@simplewebauthn/server').generateAuthenticationOptions>[0]['allowCredentials']
>[number]['transports'];

const named = ({ credentialId, transports }: Pick<KeptPasskey, 'credentialId' | 'transports'>) => ({
  id: credentialId.toString('base64url'),
  transports: [...transports] as Transports & {},
});
const TIMEOUT_MS = CHALLENGE_SECONDS_MAX * 1000;

/** What the browser is asked for a new passkey. @param account  a random name of the account: devices keep it, so it says nothing of the person */
export async function optionsToAdd(
  party: RelyingParty,
  asked: {
    readonly challenge: Buffer;
    readonly account: Buffer;
    readonly name: string;
    readonly existing: readonly Pick<KeptPasskey, 'credentialId' | 'transports'>[];
  },
): Promise<object> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(asked.account),
    userName: asked.name,
    userDisplayName: asked.name,
    challenge: new Uint8Array(asked.challenge),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: asked.existing.map(named),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

/** What the browser is asked to step up: one of these passkeys, with its holder verified. */
export async function optionsToStepUp(
  party: RelyingParty,
  asked: { readonly challenge: Buffer; readonly passkeys: readonly Pick<KeptPasskey, 'credentialId' | 'transports'>[] },
): Promise<object> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(asked.challenge),
    timeout: TIMEOUT_MS,
    allowCredentials: asked.passkeys.map(named),
    userVerification: 'required',
  });
}

/** The library says why in English sentences of its own; which of our reasons they are. */
const REASONS: readonly (readonly [RegExp, Bilingual])[] = [
  [/challenge/i, { vi: 'câu trả lời không thuộc lần hỏi này', en: 'the answer does not belong to what was asked' }],
  [/origin/i, { vi: 'câu trả lời được tạo ở một trang khác', en: 'the answer was made at another site' }],
  [/RP ?ID/i, { vi: 'khóa được tạo cho một trang khác', en: 'the key was made for another site' }],
  [
    /user verification|user could not be verified/i,
    { vi: 'khóa không hỏi dấu vân tay, khuôn mặt hoặc mã PIN', en: 'the key did not ask for fingerprint, face or PIN' },
  ],
  [/not present/i, { vi: 'không có ai chạm vào khóa', en: 'nobody touched the key' }],
];
const NOT_READABLE: Bilingual = { vi: 'câu trả lời của thiết bị không đọc được', en: 'what the device answered cannot be read' };
const SIGNATURE: Bilingual = { vi: 'chữ ký của khóa không đúng', en: 'the signature of the key is not right' };

const notVerified = (why: Bilingual): { readonly ok: false; readonly problems: readonly [ReturnType<typeof passkeyNotVerified>] } => ({
  ok: false,
  problems: [passkeyNotVerified({ why })],
});
const whyOf = (error: unknown): Bilingual =>
  REASONS.find(([pattern]) => pattern.test(error instanceof Error ? error.message : ''))?.[1] ?? NOT_READABLE;

/** An answer made inside a page of somebody else: our pages are shown in no frame. */
function isFramed(clientDataJSON: string): boolean {
  try {
    const { crossOrigin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { crossOrigin?: unknown };
    return crossOrigin === true;
  } catch {
    return false; // the library says what is wrong with it
  }
}
const FRAMED: Bilingual = {
  vi: 'câu trả lời được tạo trong khung của một trang khác',
  en: 'the answer was made in a frame of another site',
};

/** How a browser may come to the device (WebAuthn's AuthenticatorTransport): a hint for the next time, as the browser gave it. */
const TRANSPORTS: ReadonlySet<unknown> = new Set(['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable']);
const waysIn = (given: unknown): string[] =>
  Array.isArray(given) ? [...new Set(given.filter((one) => TRANSPORTS.has(one)) as string[])] : [];

export interface NewPasskey extends Omit<KeptPasskey, 'passkeyId'> {
  /** AAGUID */
  readonly model: string;
  readonly isSynced: boolean;
}

/** Is this a new key of a device that verified its holder? E-PASSKEY-NOT-VERIFIED with the reason. */
export async function verifyAdded(party: RelyingParty, challenge: Buffer, answer: AddAnswer): Promise<Result<NewPasskey>> {
  if (isFramed(answer.response.clientDataJSON)) return notVerified(FRAMED);
  const { verifyRegistrationResponse } = await library();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!verified || !registrationInfo) return notVerified(SIGNATURE);
    const { credential, aaguid, credentialBackedUp } = registrationInfo;
    return ok({
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: waysIn(credential.transports),
      model: aaguid,
      isSynced: credentialBackedUp,
    });
  } catch (error) {
    return notVerified(whyOf(error));
  }
}

/**
 * Did this passkey answer? @returns its new counter and whether it went back (a copy of the key is in use somewhere), or E-PASSKEY-NOT-VERIFIED.
 * The counter is judged here, once the signature is right: whoever cannot sign ends nobody's key.
 */
export async function verifySteppedUp(
  party: RelyingParty,
  challenge: Buffer,
  passkey: KeptPasskey,
  answer: StepUpAnswer,
): Promise<Result<{ readonly counter: number; readonly isCloned: boolean }>> {
  if (isFramed(answer.response.clientDataJSON)) return notVerified(FRAMED);
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: 0,
        transports: [...passkey.transports] as Transports & {},
      },
      requireUserVerification: true,
    });
    if (!verified) return notVerified(SIGNATURE);
    const counter = authenticationInfo.newCounter;
    return ok({ counter, isCloned: (counter > 0 || passkey.counter > 0) && counter <= passkey.counter });
  } catch (error) {
    return notVerified(whyOf(error));
  }
}
