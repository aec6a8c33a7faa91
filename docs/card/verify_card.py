"""Checks a card that was shown, with Python, openssl and the anchor's certificate: verify_card.py ANCHOR.pem AUDIENCE NONCE < presentation"""
import base64, hashlib, json, subprocess, sys, tempfile, time, urllib.request, zlib
anchor, audience, nonce = sys.argv[1:]
b64 = lambda text: base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
def openssl(*command, **files):  # {f} is the folder in which the files stand; what openssl refuses ends the check
    with tempfile.TemporaryDirectory() as f:
        for name, data in files.items(): open(f'{f}/{name}', 'wb').write(data)
        return subprocess.run(['openssl', *(part.format(f=f) for part in command)], check=True, capture_output=True).stdout
def verified(jwt, key):  # ES256; openssl wants r and s as ASN.1
    signed, _, signature = jwt.rpartition('.')
    halves = [b64(signature)[i:i + 32].lstrip(b'\0') for i in (0, 32)]
    der = b''.join(b'\x02' + bytes([len(n)]) + n for n in (b'\0' + n if n[0] > 127 else n for n in halves))
    openssl('dgst', '-sha256', '-verify', '{f}/key', '-signature', '{f}/sig', '{f}/text', key=key, sig=b'\x30' + bytes([len(der)]) + der, text=signed.encode())
    return json.loads(b64(signed.split('.')[1]))
def by_anchor(jwt, kind, name):  # the certificates in the header, its own first: under the anchor, which is not among them, and of the key that signs this kind
    head = json.loads(b64(jwt.split('.')[0]))
    assert (head['typ'], head['alg']) == (kind, 'ES256') and len(head['x5c']) <= 2, 'not a ' + kind
    leaf, *above = [openssl('x509', '-inform', 'DER', '-in', '{f}/one', one=base64.b64decode(one)) for one in head['x5c']]
    openssl('verify', '-x509_strict', '-CAfile', anchor, *(['-untrusted', '{f}/above'] if above else []), '{f}/leaf', leaf=leaf, above=b''.join(above))
    assert name in openssl('x509', '-noout', '-subject', '-nameopt', 'utf8', '-in', '{f}/leaf', leaf=leaf).decode(), 'a key for something else'
    return verified(jwt, openssl('x509', '-noout', '-pubkey', '-in', '{f}/leaf', leaf=leaf))
presented, _, proof = sys.stdin.read().strip().rpartition('~')
(jwt, *shown), now, sha = presented.split('~'), time.time(), lambda text: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip('=')
card = by_anchor(jwt, 'dc+sd-jwt', 'Ký thẻ CBCCVC')
assert all(card['_sd'].count(sha(one)) == 1 for one in shown) and len(set(shown)) == len(shown) and card['nbf'] <= now < card['exp'], 'not this card, or not now'
held = verified(proof, openssl('ec', '-pubin', '-inform', 'DER', '-in', '{f}/key', key=bytes.fromhex('3059301306072a8648ce3d020106082a8648ce3d030107034200') + b'\x04' + b64(card['cnf']['jwk']['x']) + b64(card['cnf']['jwk']['y'])))
assert (held['aud'], held['nonce'], held['sd_hash']) == (audience, nonce, sha(presented + '~')) and abs(now - held['iat']) < 300, 'shown to somebody else, or earlier'
place = card['status']['status_list']; status = by_anchor(urllib.request.urlopen(place['uri']).read().decode(), 'statuslist+jwt', 'Ký danh sách trạng thái thẻ CBCCVC')
assert status['sub'] == place['uri'] and now < status['exp'] and not zlib.decompress(b64(status['status_list']['lst']))[place['idx'] >> 3] >> (place['idx'] & 7) & 1, 'ended'
print(json.dumps({name: value for _, name, value in (json.loads(b64(one)) for one in shown)} | {'moi_truong': card['moi_truong']}, ensure_ascii=False))
