/** The browser's own part of a passkey (W3C WebAuthn): what it is asked, what its device answers, why it did not. */

/** Why a device gave no answer, as the words of this folder name it. */
export type DeviceRefusal = 'cancelled' | 'already' | 'otherSite' | 'cannot' | 'failed';
export type DeviceAnswer = { readonly answer: unknown } | { readonly refusal: DeviceRefusal };

/** Over plain http of a local network, and in browsers before 2024, there are none. */
const canPasskey = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

const REFUSALS: Readonly<Record<string, DeviceRefusal>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'already',
  SecurityError: 'otherSite',
  NotSupportedError: 'cannot',
};

async function answered(ask: () => Promise<Credential | null>): Promise<DeviceAnswer> {
  if (!canPasskey()) return { refusal: 'cannot' };
  try {
    const made = await ask();
    return made === null ? { refusal: 'cancelled' } : { answer: (made as PublicKeyCredential).toJSON() };
  } catch (error) {
    return { refusal: (error instanceof DOMException && REFUSALS[error.name]) || 'failed' };
  }
}

/** Makes a passkey on a device of the user. @param options  PublicKeyCredentialCreationOptionsJSON of the server */
export const createPasskey = (options: object): Promise<DeviceAnswer> =>
  answered(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
    }),
  );

/** Has a passkey of the user vouch for them. @param options  PublicKeyCredentialRequestOptionsJSON of the server */
export const usePasskeyOf = (options: object): Promise<DeviceAnswer> =>
  answered(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
    }),
  );
