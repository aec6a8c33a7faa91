/** What sort of device a wallet is, so that its holder tells two phones apart: one word of a closed list, and nothing else of what it says of itself. Pure. */
export const WALLET_KINDS = ['android', 'ios', 'browser', 'unknown'] as const;
export type WalletKind = (typeof WALLET_KINDS)[number];

/** Apps of a phone name the library that asks for them (okhttp, Dalvik; CFNetwork, Darwin), browsers begin as browsers do. */
const SIGNS: readonly (readonly [WalletKind, RegExp])[] = [
  ['android', /\b(?:android|okhttp|dalvik)\b/i],
  ['ios', /\b(?:iphone|ipad|ios|cfnetwork|darwin)\b/i],
  ['browser', /^mozilla\//i],
];

/** @param agent  the head `User-Agent`, as it was sent; it is not kept */
export const walletKindOf = (agent: string | undefined): WalletKind => SIGNS.find(([, sign]) => sign.test(agent ?? ''))?.[0] ?? 'unknown';
