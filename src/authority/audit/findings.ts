/** What the verifier finds, named: which event, what differs. Pure. */
import type { Bilingual } from '#base/problem.ts';

export type FindingKind =
  | 'changed'
  | 'removed'
  | 'added'
  | 'reordered'
  | 'payload-changed'
  | 'payload-removed'
  | 'columns-changed'
  | 'file-missing'
  | 'file-changed'
  | 'checkpoint-forged'
  | 'rewritten'
  | 'state-changed'
  | 'fork'
  | 'row-changed'
  | 'row-without-act'
  | 'row-missing'
  | 'instant-changed'
  | 'projection-changed'
  | 'signature-wrong';

export interface Finding {
  readonly kind: FindingKind;
  /** place in the log; null when it has none */
  readonly index: number | null;
  readonly eventId: string | null;
  readonly what: Bilingual;
}

/** What stands at one place: in the database, and in the published entry bundle. Null = nothing stands there. */
export interface Place {
  readonly index: number;
  /** id in audit_leaf; null when the row is gone */
  readonly leafEventId: string | null;
  /** leaf rebuilt from the event's columns; null when the event is gone */
  readonly databaseText: string | null;
  /** does the hash in audit_leaf belong to that text? */
  readonly hashFits: boolean;
  /** the published leaf; null when its file is gone or unreadable */
  readonly fileText: string | null;
}

const memberNames: Readonly<Record<string, string>> = {
  obj: 'object',
  org: 'body_id',
  rev: 'revision',
  payload_commit: 'payload_commit',
  event: 'event_id',
};

const parsed = (text: string | null): Record<string, unknown> | null => {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** `role: "DOI_SOAT" → "XAC_NHAN"` for each member that differs, from what was published to what stands in the database. */
export function leafDifferences(fileText: string | null, databaseText: string | null): string[] {
  const [was, is] = [parsed(fileText), parsed(databaseText)];
  if (!was || !is) return [];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name) =>
    JSON.stringify(was[name]) === JSON.stringify(is[name])
      ? []
      : [`${memberNames[name] ?? name}: ${JSON.stringify(was[name])} → ${JSON.stringify(is[name])}`],
  );
}

/** What differs between database and published leaf at one place, said of the database; null when they agree and the hash fits. */
export function differenceAt(place: Place): Finding | null {
  const { index, leafEventId, databaseText, fileText } = place;
  const publishedId = parsed(fileText)?.['event'];
  const publishedEvent = typeof publishedId === 'string' ? publishedId : null;
  if (leafEventId === null)
    return {
      kind: 'removed',
      index,
      eventId: publishedEvent,
      what: { vi: 'Dòng lá của nhật ký không còn trong cơ sở dữ liệu.', en: 'The leaf row is gone from the database.' },
    };
  if (publishedEvent !== null && publishedEvent !== leafEventId)
    return {
      kind: 'reordered',
      index,
      eventId: leafEventId,
      what: { vi: `Vị trí này đã công bố là của sự kiện ${publishedEvent}.`, en: `This place was published as event ${publishedEvent}.` },
    };
  if (databaseText === null)
    return {
      kind: 'removed',
      index,
      eventId: leafEventId,
      what: { vi: 'Sự kiện không còn trong cơ sở dữ liệu.', en: 'The event is gone from the database.' },
    };
  const differences = leafDifferences(fileText, databaseText);
  if (differences.length > 0)
    return { kind: 'changed', index, eventId: leafEventId, what: { vi: differences.join('; '), en: differences.join('; ') } };
  if (!place.hashFits) {
    const what =
      fileText === null
        ? {
            vi: 'Nội dung không khớp mã băm của lá (không có bản công bố để biết ô nào).',
            en: 'The columns do not fit the leaf hash (no published leaf to tell which one).',
          }
        : { vi: 'Mã băm của lá đã bị đổi.', en: 'The leaf hash was changed.' };
    return { kind: 'changed', index, eventId: leafEventId, what };
  }
  return null;
}

/** An event that another names, or that was the last, and that is not there. */
export const gone = (eventId: string, by: string | null): Finding => ({
  kind: 'removed',
  index: null,
  eventId,
  what:
    by === null
      ? {
          vi: 'Sự kiện này là sự kiện cuối cùng đã ghi nhưng không còn trong cơ sở dữ liệu: đã bị xóa trước khi được xếp chỗ.',
          en: 'This event was the last one written and is gone from the database: it was removed before it got its place.',
        }
      : {
          vi: `Sự kiện ${by} ghi nối tiếp sự kiện này, nhưng sự kiện này không còn trong cơ sở dữ liệu: đã bị xóa trước khi được xếp chỗ.`,
          en: `Event ${by} was written to follow this one, which is gone from the database: it was removed before it got its place.`,
        },
});
/** Nothing follows it, and it is not the last: what followed it was taken out. */
export const successorGone = (eventId: string): Finding => ({
  kind: 'removed',
  index: null,
  eventId,
  what: {
    vi: 'Sự kiện ghi nối tiếp sự kiện này không còn trong cơ sở dữ liệu: đã bị xóa trước khi được xếp chỗ.',
    en: 'What was written to follow this event is gone from the database: it was removed before it got its place.',
  },
});

export const fileMissing = (path: string): Finding => ({
  kind: 'file-missing',
  index: null,
  eventId: null,
  what: {
    vi: `Thiếu tệp ${path}; có thể lập lại từ cơ sở dữ liệu.`,
    en: `File ${path} is missing; it can be made again from the database.`,
  },
});
export const fileChanged = (path: string): Finding => ({
  kind: 'file-changed',
  index: null,
  eventId: null,
  what: { vi: `Tệp ${path} đã bị đổi.`, en: `File ${path} was changed.` },
});
export const added = (eventId: string, index: number | null): Finding => ({
  kind: 'added',
  index,
  eventId,
  what: {
    vi: 'Sự kiện được chèn vào phần đã xếp thứ tự, không qua trình xếp thứ tự.',
    en: 'Slipped in among events that have their places already, past the sequencer.',
  },
});
export const outOfOrder = (eventId: string, index: number): Finding => ({
  kind: 'reordered',
  index,
  eventId,
  what: {
    vi: 'Số giao dịch (tx) nhỏ hơn hoặc bằng sự kiện đứng trước.',
    en: 'Its record time (tx) does not come after that of the event before it.',
  },
});
export const payloadChanged = (eventId: string, index: number): Finding => ({
  kind: 'payload-changed',
  index,
  eventId,
  what: { vi: 'Nội dung hoặc muối không khớp cam kết trong lá.', en: 'Payload or salt do not fit the commitment in the leaf.' },
});
export const payloadRemoved = (eventId: string, index: number): Finding => ({
  kind: 'payload-removed',
  index,
  eventId,
  what: {
    vi: 'Nội dung đã bị xóa mà không có hành động xóa hợp pháp nào được ghi.',
    en: 'The payload was deleted and no act of erasure was recorded.',
  },
});
export const columnsChanged = (eventId: string, index: number, columns: readonly string[]): Finding => ({
  kind: 'columns-changed',
  index,
  eventId,
  what: { vi: `Cột ${columns.join(', ')} không khớp với lá.`, en: `Column ${columns.join(', ')} does not fit the leaf.` },
});
export const checkpointForged = (size: number): Finding => ({
  kind: 'checkpoint-forged',
  index: null,
  eventId: null,
  what: {
    vi: `Bản ký ở ${size} dòng không mang chữ ký đúng của nhật ký.`,
    en: `The head at ${size} leaves does not carry the log's valid signature.`,
  },
});
export const rewritten = (after: number, upTo: number): Finding => ({
  kind: 'rewritten',
  index: null,
  eventId: null,
  what: {
    vi: `Nhật ký khác với bản đã ký: có thay đổi trong các dòng ${after}–${upTo - 1}.`,
    en: `The log is not the one that was signed: something differs among leaves ${after}–${upTo - 1}.`,
  },
});
export const stateChanged = (words: Bilingual): Finding => ({ kind: 'state-changed', index: null, eventId: null, what: words });
export const forked = (size: number): Finding => ({
  kind: 'fork',
  index: null,
  eventId: null,
  what: {
    vi: `Nhật ký không nối tiếp bản ký ở ${size} dòng do bên ngoài giữ.`,
    en: `The log does not continue the head at ${size} leaves that an outsider holds.`,
  },
});

const aboutRow = (kind: FindingKind, index: number | null, what: Bilingual): Finding => ({ kind, index, eventId: null, what });

export const rowChanged = (table: string, key: string, index: number): Finding =>
  aboutRow('row-changed', index, {
    vi: `Bảng ${table}, dòng ${key}: nội dung không còn như lúc hành động ghi nó.`,
    en: `Table ${table}, row ${key}: it is not what its act wrote.`,
  });
export const rowWithoutAct = (table: string, key: string): Finding =>
  aboutRow('row-without-act', null, {
    vi: `Bảng ${table}, dòng ${key}: không có hành động nào trong nhật ký ghi ra dòng này.`,
    en: `Table ${table}, row ${key}: no act of the log wrote it.`,
  });
export const rowMissing = (table: string, key: string, index: number): Finding =>
  aboutRow('row-missing', index, {
    vi: `Bảng ${table}, dòng ${key}: nhật ký có hành động ghi dòng này nhưng dòng không còn.`,
    en: `Table ${table}, row ${key}: the log holds the act that wrote it, the row is gone.`,
  });
export const instantChanged = (tx: number): Finding =>
  aboutRow('instant-changed', null, {
    vi: `Thời điểm của giao dịch ${tx} (bảng act) không khớp với nhật ký.`,
    en: `The instant of transaction ${tx} (table act) does not fit the log.`,
  });
export const projectionChanged = (table: string, key: string, what: string): Finding =>
  aboutRow('projection-changed', null, {
    vi: `Bảng ${table}, dòng ${key}: ${what} không phải là cái suy ra từ các phiên bản đã ghi.`,
    en: `Table ${table}, row ${key}: ${what} is not what follows from the versions that were registered.`,
  });
export const signatureWrong = (table: string, key: string, what: string): Finding =>
  aboutRow('signature-wrong', null, {
    vi: `Bảng ${table}, dòng ${key}: ${what === 'shown' ? 'nội dung đã trình không đúng giá trị băm' : 'chữ ký không đúng với khóa đã công bố'}.`,
    en: `Table ${table}, row ${key}: ${what === 'shown' ? 'what was shown is not what its hash says' : 'the signature is not by the published key'}.`,
  });
