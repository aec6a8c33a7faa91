/** What somebody typed of a request about a line: which members go with which kind, and what is sent. Pure. */
import type { Acts } from '#portal/api/client.ts';
import type { ExchangeLine, LineRequestRow } from '#portal/api/generated/api.ts';

type Body = Acts['/exchange/requests']['asked']['body'];
type Kind = LineRequestRow['kind'];

export interface Typed {
  readonly kind: Kind;
  readonly reason: string;
  readonly source: string;
  readonly kid: string;
  readonly publicKey: string;
  readonly carrier: '' | 'mtls' | 'x-road' | 'lgsp';
  readonly name: string;
  readonly certificate: string;
  /** one a line */
  readonly networks: string;
  readonly officer: string;
  readonly maker: string;
  readonly confirms: '' | 'queue' | 'own-key';
  readonly endsOn: string;
  /** `carrier name` of the one that is to end */
  readonly caller: string;
}

export const NOTHING_TYPED: Typed = {
  kind: 'enrol',
  reason: '',
  source: '',
  kid: '',
  publicKey: '',
  carrier: '',
  name: '',
  certificate: '',
  networks: '',
  officer: '',
  maker: '',
  confirms: '',
  endsOn: '',
  caller: '',
};

/** What may be asked of a line as it stands, and does not wait already; what is most needed first. */
export function kindsFor({ source, requests }: Pick<ExchangeLine, 'source' | 'requests'>): readonly Kind[] {
  const waits = new Set(requests.filter(({ state }) => state === 'asked').map(({ kind }) => kind));
  const fits: readonly Kind[] =
    source === null || source.state === 'ended'
      ? ['enrol']
      : [
          ...(source.frozen ? (['release'] as const) : []),
          'add-caller',
          'end-caller',
          'new-key',
          'enrol-confirmer',
          'end-confirmer',
          'confirms',
          'end',
        ];
  return fits.filter((kind) => !waits.has(kind));
}

type Member = Exclude<keyof Typed, 'kind' | 'reason'> | 'confirmingKey';

const callerMembers = (carrier: Typed['carrier']): readonly Member[] => {
  if (carrier === '') return ['carrier'];
  return ['carrier', carrier === 'mtls' ? 'certificate' : 'name', 'networks'];
};

/** What is asked for, in order. */
export function membersOf({ kind, carrier }: Pick<Typed, 'kind' | 'carrier'>): readonly Member[] {
  switch (kind) {
    case 'enrol':
      return ['source', 'kid', 'publicKey', ...callerMembers(carrier)];
    case 'new-key':
      return ['kid', 'publicKey', 'endsOn'];
    case 'add-caller':
      return callerMembers(carrier);
    case 'end-caller':
      return ['caller', 'endsOn'];
    case 'enrol-confirmer':
      return ['officer', 'maker', 'kid', 'publicKey'];
    case 'end-confirmer':
      return ['confirmingKey'];
    case 'confirms':
      return ['confirms'];
    case 'release':
    case 'end':
      return [];
  }
}

/** The request as it is sent: members of its kind alone, none that is empty. */
export function bodyOf(bodyId: string, typed: Typed): Body {
  const members = membersOf(typed);
  const [carrier, ...name] = typed.caller.split(' ');
  const all: Partial<Record<Member, object>> = {
    caller: { carrier, name: name.join(' ') },
    confirmingKey: { kid: typed.kid },
  };
  const sent = members.map((member) => {
    if (member in all) return all[member]!;
    const value = typed[member as keyof Typed].trim();
    return value === '' ? {} : { [member]: value };
  });
  return Object.assign({ bodyId, kind: typed.kind, reason: typed.reason.trim() }, ...sent) as Body;
}
