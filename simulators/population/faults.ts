/** Bad on demand: a fault is set for the next calls and spent by them. */
import type { FastifyReply } from 'fastify';
import { envelope, faultAnswer, LABEL } from './people.ts';

export const FAULTS = {
  slow: 'Chậm: không trả lời trong thời hạn',
  '5xx': 'Trả lời 503',
  garbage: 'Trả lời không phải XML',
  empty: 'Trả lời rỗng',
  wrong: 'Trả lời về một người khác',
  html: 'Trang HTML thay cho trả lời',
  truncated: 'Trả lời bị cắt giữa chừng',
  doctype: 'Trả lời có DOCTYPE',
  bomb: 'Trả lời là bom thực thể (billion laughs)',
  huge: 'Trả lời dài 10 MB',
  redirect: 'Chuyển hướng sang nơi khác',
  'server-fault': 'SOAP Fault của máy chủ',
  refuse: 'Từ chối quyền truy cập (401)',
  forget: 'Quên mọi thẻ truy cập LGSP đã cấp',
} as const;
export type Fault = keyof typeof FAULTS;

export const isFault = (text: unknown): text is Fault => typeof text === 'string' && Object.hasOwn(FAULTS, text);

export interface Faults {
  /** for the next `count` calls; Infinity = until `off` */
  set(fault: Fault, count: number): void;
  off(): void;
  /** the fault of this call; null = none */
  spend(): Fault | null;
  now(): { readonly fault: Fault; readonly left: number } | null;
}

export function makeFaults(): Faults {
  let set: { fault: Fault; left: number } | null = null;
  return {
    set: (fault, count) => {
      set = { fault, left: count };
    },
    off: () => {
      set = null;
    },
    spend() {
      const fault = set?.fault ?? null;
      if (set && (set.left -= 1) <= 0) set = null;
      return fault;
    },
    now: () => (set ? { ...set } : null),
  };
}

const BOMB = `<!DOCTYPE b [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

/** Faults that are an answer of their own; null for those that need more than a reply (`slow`, `wrong`, `forget`). */
export function badAnswer(fault: Fault, reply: FastifyReply): FastifyReply | null {
  const xml = (text: string): FastifyReply => reply.type('text/xml; charset=utf-8').send(text);
  switch (fault) {
    case '5xx':
      return reply.code(503).header('retry-after', '1').send('');
    case 'garbage':
      return xml('\u0000\u0001 not a message at all <<<');
    case 'empty':
      return xml('');
    case 'html':
      return reply.type('text/html').send('<html><body><h1>502 Bad Gateway</h1></body></html>');
    case 'truncated':
      return xml(envelope('<CongdanCollection><CongDan><SoDinhDanh>0002').slice(0, -20));
    case 'doctype':
      return xml(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${LABEL}<a>&b;</a>`);
    case 'bomb':
      return xml(`${BOMB}${LABEL}<b>&a10;</b>`);
    case 'huge':
      return xml(envelope(`<CongdanCollection>${'<CongDan/>'.repeat(1024 * 1024)}</CongdanCollection>`));
    case 'redirect':
      return reply.code(302).header('location', '/sim/population/elsewhere').send('');
    case 'server-fault':
      return xml(faultAnswer('Server.ServerProxy.IOError', 'Mô phỏng: máy chủ bận')).code(500);
    case 'refuse':
      return reply.code(401).send('');
    case 'slow':
    case 'wrong':
    case 'forget':
      return null;
  }
}
