/** What travels between a browser and this room: passkeys as their holder sees them, and the answers of devices (W3C WebAuthn). */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { ANSWER_CHARACTERS_MAX, NAME_CHARACTERS_MAX } from './limits.ts';

/** base64url without padding */
const Bytes = (characters: number) => Type.String({ minLength: 1, maxLength: characters, pattern: '^[A-Za-z0-9_-]+$' });

export const PasskeyShape = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    addedAt: Type.String(),
    usedAt: Type.Union([Type.String(), Type.Null()]),
    /** kept on several devices by a cloud of its maker */
    isSynced: Type.Boolean(),
  },
  { title: 'Passkey' },
);

/** What may be done next, so that a screen offers that alone. */
export const ADDING = ['first', 'again', 'step-up', 'sign-in', 'release', 'full'] as const;
export const MyPasskeys = Type.Object(
  {
    items: Type.Array(PasskeyShape),
    /**
     * Adding one: `first` and `again` (an administrator gave leave) may; `step-up`: after verifying with one that is there; `sign-in`: after signing in anew;
     * `release`: after an administrator gave leave; `full`: there are as many as may be
     */
    adding: Type.Enum([...ADDING], { title: 'AddingPasskey' }),
  },
  { title: 'MyPasskeys' },
);
export type Adding = (typeof ADDING)[number];

/** Options for the browser, as WebAuthn's own JSON; the browser reads them, nobody else. */
export const CeremonyOptions = Type.Object(
  { options: Type.Unsafe<object>(Type.Object({}, { additionalProperties: true })) },
  { title: 'CeremonyOptions' },
);

const ofDevice = { id: Bytes(1400), rawId: Bytes(1400), type: Type.Literal('public-key') } as const;
const extensions = Type.Optional(Type.Object({}, { additionalProperties: true }));
const attachment = Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()]));

/** RegistrationResponseJSON, of which only what is read is asked for. */
export const AddAnswer = Type.Object(
  {
    ...ofDevice,
    response: Type.Object(
      {
        clientDataJSON: Bytes(ANSWER_CHARACTERS_MAX),
        attestationObject: Bytes(ANSWER_CHARACTERS_MAX),
      },
      { additionalProperties: true },
    ),
    clientExtensionResults: extensions,
    authenticatorAttachment: attachment,
  },
  { title: 'AddPasskeyAnswer' },
);
export const AddRequest = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: NAME_CHARACTERS_MAX, pattern: '\\S' }), answer: AddAnswer },
  { title: 'AddPasskey' },
);

/** AuthenticationResponseJSON, of which only what is read is asked for. */
export const StepUpAnswer = Type.Object(
  {
    ...ofDevice,
    response: Type.Object(
      {
        clientDataJSON: Bytes(ANSWER_CHARACTERS_MAX),
        authenticatorData: Bytes(ANSWER_CHARACTERS_MAX),
        signature: Bytes(ANSWER_CHARACTERS_MAX),
        userHandle: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
      },
      { additionalProperties: true },
    ),
    clientExtensionResults: extensions,
    authenticatorAttachment: attachment,
  },
  { title: 'StepUpAnswer' },
);
export const StepUpRequest = Type.Object({ answer: StepUpAnswer }, { title: 'StepUp' });
export const SteppedUp = Type.Object({ at: Type.String() }, { title: 'SteppedUp' });

export const ReleaseRequest = Type.Object(
  { reason: Type.String({ minLength: 10, maxLength: 300, pattern: '\\S' }) },
  { title: 'ReleasePasskeys' },
);
/** How many living passkeys were ended with it. */
export const Released = Type.Object({ ended: Type.Integer() }, { title: 'ReleasedPasskeys' });

export type AddAnswer = Static<typeof AddAnswer>;
export type StepUpAnswer = Static<typeof StepUpAnswer>;
