/** What one route is, as a value: its name, its words in both languages, what it takes, every answer and every problem. Its rows of the API's document follow. */
import type { TSchema } from 'typebox';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type { Bilingual, ProblemKind } from '#base/problem.ts';
import type { Answer } from './answer.ts';
import { SURFACES, answersOn } from './surfaces.ts';
import type { Surface } from './surfaces.ts';

export interface Operation {
  /** unique in the whole API; a client names its function by it */
  readonly id: string;
  /** chapter of the reference */
  readonly tag: Tag;
  /** servers of which surfaces answer it, where it is not those of its chapter */
  readonly surfaces?: readonly Surface[];
  readonly summary: Bilingual;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** the body may be left out */
  readonly bodyOptional?: true;
  /** a body that the work itself reads: media type → what it holds. Described, and checked by the work */
  readonly takes?: Readonly<Record<string, TSchema>>;
  readonly answer: Answer;
  /** other successful statuses: 303 of a redirect, 304 of what is still fresh */
  readonly also?: Readonly<Record<number, string>>;
  /** what may go wrong that is this operation's own; what any may be answered with is added */
  readonly problems?: readonly ProblemKind[];
  /** problems in the words of another protocol, with this media type, instead of ours */
  readonly foreignProblems?: string;
  /** cookie: an account that is signed in; none: anybody */
  readonly security: 'session' | 'none';
  /** takes an `Idempotency-Key` */
  readonly once?: boolean;
}

/** Where people sign in. */
const PEOPLE = ['portal', 'administration'] as const;

/** Chapters of the reference, in order, each with the surfaces that answer its operations. */
export const TAGS = {
  session: { vi: 'Đăng nhập và phiên', en: 'Signing in, sessions', surfaces: PEOPLE },
  bodies: { vi: 'Cơ quan, đơn vị', en: 'Agencies', surfaces: PEOPLE },
  submissions: { vi: 'Hồ sơ gửi lên', en: 'Submissions', surfaces: ['portal'] },
  confirmation: { vi: 'Xác nhận', en: 'Confirmation', surfaces: ['portal'] },
  register: { vi: 'Cơ sở dữ liệu', en: 'The register', surfaces: ['portal'] },
  cases: { vi: 'Vụ việc giữa hai cơ quan', en: 'Cases between two agencies', surfaces: ['portal'] },
  'kept-apart': { vi: 'Hồ sơ quản lý riêng', en: 'Records kept apart', surfaces: ['portal'] },
  erasure: { vi: 'Hủy dữ liệu cá nhân', en: 'Erasures', surfaces: PEOPLE },
  card: { vi: 'Thẻ', en: 'The card', surfaces: ['portal'] },
  own: { vi: 'Trang của tôi', en: 'My own pages', surfaces: ['portal'] },
  audit: { vi: 'Nhật ký', en: 'The audit log', surfaces: ['administration'] },
  accounts: { vi: 'Tài khoản và vai trò', en: 'Accounts and roles', surfaces: ['administration'] },
  notices: { vi: 'Thông báo', en: 'Notices', surfaces: ['portal', 'administration'] },
  'code-lists': { vi: 'Danh mục dùng chung', en: 'Code lists', surfaces: ['administration'] },
  board: { vi: 'Tiến độ theo cơ quan', en: 'Progress by agency', surfaces: PEOPLE },
  reports: { vi: 'Báo cáo thống kê', en: 'Statistical reports', surfaces: PEOPLE },
  operations: { vi: 'Vận hành', en: 'Operating the installation', surfaces: ['administration'] },
  network: { vi: 'Kiểm tra kết nối mạng', en: 'Network checks', surfaces: PEOPLE },
  exchange: { vi: 'Trao đổi dữ liệu với phần mềm của cơ quan', en: 'The exchange with software of agencies', surfaces: ['exchange'] },
  'exchange-lines': { vi: 'Đường trao đổi của cơ quan', en: 'Exchange lines of agencies', surfaces: PEOPLE },
  keys: { vi: 'Khóa công khai', en: 'Public keys', surfaces: SURFACES },
  system: { vi: 'Hệ thống', en: 'The installation', surfaces: SURFACES },
} as const satisfies Readonly<Record<string, Bilingual & { readonly surfaces: readonly Surface[] }>>;
export type Tag = keyof typeof TAGS;

/** Surfaces that answer an operation. */
export const surfacesOfOperation = ({ tag, surfaces }: Pick<Operation, 'tag' | 'surfaces'>): readonly Surface[] =>
  surfaces ?? TAGS[tag].surfaces;

/** Is it one of this server? */
export const isAnswered = (app: FastifyInstance, operation: Pick<Operation, 'tag' | 'surfaces'>): boolean =>
  answersOn(app, surfacesOfOperation(operation));

declare module 'fastify' {
  interface FastifySchema {
    /** of a route that stands outside the frame */
    summary?: string;
  }
  interface FastifyContextConfig {
    operation?: Operation;
  }
}

/** A route of the server as it was registered. */
export interface Registered {
  readonly method: string;
  readonly path: string;
  /** absent: no part of the API (a page, a simulator) */
  readonly operation?: Operation;
  /** what Fastify holds the body to */
  readonly body?: unknown;
  /** what it holds to a shape of all that is sent: body, query, parameters */
  readonly shapes: readonly unknown[];
}

const shapesOf = (schema: FastifySchema | undefined): readonly unknown[] =>
  [schema?.body, schema?.querystring, schema?.params].filter((shape) => shape !== undefined);

/** Collects every route that is registered after it. */
export function registeredRoutes(app: FastifyInstance): readonly Registered[] {
  const found: Registered[] = [];
  app.addHook('onRoute', ({ method, url: path, schema, config }) => {
    const operation = config?.operation;
    for (const one of [method].flat())
      found.push({ method: one, path, body: schema?.body, shapes: shapesOf(schema), ...(operation ? { operation } : {}) });
  });
  return found;
}
