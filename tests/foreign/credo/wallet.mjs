/**
 * A wallet of Credo-TS alone, as its own documentation has it: takes a card by OpenID4VCI, holds it, checks it with the anchor that was published, shows it, and
 * checks what it shows. Asked by a line of JSON on standard input, answered by one on standard output; a second time when the card has ended. Nothing here is of the project.
 */
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { createInterface } from 'node:readline';
import 'reflect-metadata';
import { Agent, InjectionSymbols, Kms, SdJwtVcModule, SdJwtVcService, X509Module } from '@credo-ts/core';
import { NodeInMemoryKeyManagementStorage, NodeKeyManagementService, agentDependencies } from '@credo-ts/node';
import { OpenId4VcModule } from '@credo-ts/openid4vc';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { offer, txCode, anchor, audience, nonce } = JSON.parse((await lines.next()).value);
const ended = lines.next();

/** Credo asks for a place to keep records; this one forgets them when the process ends. */
class MemoryStorage {
  records = new Map();
  supportsCursorPagination = false;
  async save(_context, record) {
    this.records.set(record.id, record);
  }
  async update(_context, record) {
    this.records.set(record.id, record);
  }
  async delete(_context, record) {
    this.records.delete(record.id);
  }
  async deleteById(_context, _kind, id) {
    this.records.delete(id);
  }
  async getById(_context, _kind, id) {
    return this.records.get(id);
  }
  async getAll(_context, kind) {
    return [...this.records.values()].filter((record) => record instanceof kind);
  }
  async findByQuery(context, kind) {
    return this.getAll(context, kind);
  }
}
const storage = { register: (container) => container.registerInstance(InjectionSymbols.StorageService, new MemoryStorage()) };

/**
 * Credo 0.6.3 checks a status list by the key of the card (its issue 2605), where HAIP 1.0 §6.1 has the key in the list's own header. Given the way by which
 * its own library takes such a key: the list's certificate under the same anchor.
 */
const root = new X509Certificate(Buffer.from(anchor, 'base64'));
const base = SdJwtVcService.prototype.getBaseSdJwtConfig;
SdJwtVcService.prototype.getBaseSdJwtConfig = function (context) {
  return {
    ...base.call(this, context),
    statusVerifier: async (signed, signature) => {
      const { alg, x5c } = JSON.parse(Buffer.from(signed.split('.')[0], 'base64url').toString());
      const leaf = new X509Certificate(Buffer.from(x5c[0], 'base64'));
      if (alg !== 'ES256' || !leaf.checkIssued(root) || !leaf.verify(root.publicKey)) return false;
      const key = createPublicKey(leaf.publicKey.export({ type: 'spki', format: 'pem' }));
      return verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    },
  };
};

const agent = new Agent({
  config: { allowInsecureHttpUrls: true, autoUpdateStorageOnStartup: true },
  dependencies: agentDependencies,
  modules: {
    storage,
    kms: new Kms.KeyManagementModule({ backends: [new NodeKeyManagementService(new NodeInMemoryKeyManagementStorage())] }),
    x509: new X509Module({ trustedCertificates: [anchor] }),
    sdJwtVc: new SdJwtVcModule(),
    openid4vc: new OpenId4VcModule({}),
  },
});
await agent.initialize();

const { holder } = agent.openid4vc;
const resolved = await holder.resolveCredentialOffer(offer);
const token = await holder.requestToken({ resolvedCredentialOffer: resolved, txCode });
const { credentials } = await holder.requestCredentials({
  resolvedCredentialOffer: resolved,
  ...token,
  verifyCredentialStatus: false,
  credentialBindingResolver: async ({ proofTypes }) => {
    const key = await agent.kms.createKeyForSignatureAlgorithm({ algorithm: proofTypes.jwt.supportedSignatureAlgorithms[0] });
    return { method: 'jwk', keys: [Kms.PublicJwk.fromPublicJwk(key.publicJwk)] };
  },
});
const [{ record, notificationId }] = credentials;
await holder.sendNotification({
  metadata: resolved.metadata,
  notificationId,
  accessToken: token.accessToken,
  notificationEvent: 'credential_accepted',
  dpop: token.dpop,
});
await agent.sdJwtVc.store({ record });
const [held] = await agent.sdJwtVc.getAll();
const presentation = await agent.sdJwtVc.present({
  sdJwtVc: held.firstCredential,
  presentationFrame: { ho_ten: true, anh: true, co_quan: true, chuc_danh: true },
  verifierMetadata: { audience, nonce, issuedAt: Math.floor((performance.timeOrigin + performance.now()) / 1000) },
});

/** As a verifier does that has the anchor and nothing else. */
async function check(text, asked) {
  const found = await agent.sdJwtVc.verify({ compactSdJwtVc: text, keyBinding: asked, requiredClaimKeys: ['ho_ten', 'anh', 'co_quan'] });
  const claims = found.sdJwtVc?.prettyClaims;
  return {
    isValid: found.isValid,
    why: found.isValid ? '' : String(found.error?.message),
    said: claims ? { iss: claims.iss, ho_ten: claims.ho_ten, co_quan: claims.co_quan, moi_truong: claims.moi_truong } : null,
    hidden: claims ? !('ma_so_the' in claims) : null,
  };
}
const send = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
send({
  issuer: resolved.metadata.credentialIssuer.credential_issuer,
  presentation,
  good: await check(presentation, { audience, nonce }),
  otherNonce: await check(presentation, { audience, nonce: `${nonce}-khac` }),
});
// The next line of the input comes when the card has ended.
await ended;
send({ afterwards: await check(presentation, { audience, nonce }) });
await agent.shutdown();
