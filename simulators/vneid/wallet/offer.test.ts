import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OFFER_CHARACTERS_MAX, PRE_AUTHORIZED_GRANT, isSafeUrl, isTxCode, offerInFragment, readOffer, readOfferLink } from './offer.ts';

const HERE = 'https://noi-cap.example/card/offers/abc';

test('an offer is found however it comes: by scheme, by link, by value, broken over lines', () => {
  const byReference = { ok: true, value: { kind: 'reference', uri: HERE } };
  for (const text of [
    `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(HERE)}`,
    `https://vi.example/nhan?credential_offer_uri=${encodeURIComponent(HERE)}`,
    `  ${HERE}\n`,
    `openid-credential-offer://?credential_offer_uri=\n${encodeURIComponent(HERE)}`,
  ])
    assert.deepEqual(readOfferLink(text), byReference, text);
  assert.deepEqual(readOfferLink(`openid-credential-offer://?credential_offer=${encodeURIComponent('{"a":1}')}`), {
    ok: true,
    value: { kind: 'value', offer: { a: 1 } },
  });
});

test('what is no offer is told so', () => {
  for (const text of [
    '',
    'xin chào',
    'javascript:alert(1)',
    'openid-credential-offer://',
    'openid-credential-offer://?credential_offer=%7B',
    `openid-credential-offer://?credential_offer_uri=${encodeURIComponent('http://noi-cap.example/x')}`,
    `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(HERE)}&credential_offer_uri=${encodeURIComponent(HERE)}`,
    `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(HERE)}&credential_offer=%7B%7D`,
    'http://noi-cap.example/card/offers/abc',
    'https://ai-do:mat-khau@noi-cap.example/x',
    `${HERE}/${'a'.repeat(OFFER_CHARACTERS_MAX)}`,
  ]) {
    const read = readOfferLink(text);
    assert.equal(read.ok ? 'ok' : read.fault.code, 'offer-unreadable', text.slice(0, 80));
  }
});

test('plain http is for this machine alone', () => {
  assert.equal(isSafeUrl('http://localhost:3000/card'), true);
  assert.equal(isSafeUrl('http://127.0.0.1:3000/card'), true);
  assert.equal(isSafeUrl('http://192.168.1.5:3000/card'), false);
  assert.equal(isSafeUrl('http://localhost.example/card'), false);
});

const offer = (grant: unknown, more: object = {}): unknown => ({
  credential_issuer: 'https://noi-cap.example/card',
  credential_configuration_ids: ['the'],
  grants: { [PRE_AUTHORIZED_GRANT]: grant },
  ...more,
});

test('the offer is held to the standard', () => {
  const read = readOffer(offer({ 'pre-authorized_code': 'x', tx_code: { input_mode: 'numeric', length: 6 } }));
  assert.ok(read.ok);
  assert.deepEqual(read.value.txCode, { numeric: true, length: 6 });
  const plain = readOffer(offer({ 'pre-authorized_code': 'x' }));
  assert.equal(plain.ok && plain.value.txCode, null);
  // An empty object still asks for a code (OpenID4VCI §4.1.1).
  const empty = readOffer(offer({ 'pre-authorized_code': 'x', tx_code: {} }));
  assert.deepEqual(empty.ok && empty.value.txCode, { numeric: true, length: null });
  for (const [json, code] of [
    [null, 'offer-unreadable'],
    [[], 'offer-unreadable'],
    [offer({ 'pre-authorized_code': '' }), 'offer-unreadable'],
    [offer({ 'pre-authorized_code': 'x' }, { credential_issuer: 'http://noi-cap.example' }), 'offer-unreadable'],
    [offer({ 'pre-authorized_code': 'x' }, { credential_configuration_ids: [] }), 'offer-unreadable'],
    [offer({ 'pre-authorized_code': 'x' }, { grants: { authorization_code: {} } }), 'offer-of-another-kind'],
  ] as const) {
    const refused = readOffer(json);
    assert.equal(refused.ok ? 'ok' : refused.fault.code, code, JSON.stringify(json));
  }
});

test('an offer comes in the fragment, never in the query', () => {
  assert.equal(offerInFragment('#offer=openid-credential-offer%3A%2F%2F%3Fa%3Db'), 'openid-credential-offer://?a=b');
  assert.equal(offerInFragment('#offer=%zz'), '%zz');
  assert.equal(offerInFragment('#the'), null);
  assert.equal(offerInFragment(''), null);
});

test('a transaction code has the form that was asked for', () => {
  assert.equal(isTxCode('123456', { numeric: true, length: 6 }), true);
  assert.equal(isTxCode('12345', { numeric: true, length: 6 }), false);
  assert.equal(isTxCode('12345a', { numeric: true, length: 6 }), false);
  assert.equal(isTxCode('abc', { numeric: false, length: null }), true);
  assert.equal(isTxCode('', { numeric: false, length: null }), false);
});
