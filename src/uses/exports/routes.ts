/** Lists of people that somebody takes along: asked for, how they stand, the file. Its request holds words of people: by POST, in no address. */
import type { FastifyInstance } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import { askAllowance } from '#authority/access/reading-allowance.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { purposeWords } from '#authority/audit/words.ts';
import type { PlainDate } from '#base/clock.ts';
import { file, json, jsonBy } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { rewriteZip } from '#base/zip-writer.ts';
import { readDirectory } from '#base/zip.ts';
import { shortNumber } from '#base/short-number.ts';
import { filterNotSeen, personNotFound, recordKeptApart } from '#record/register/problems.ts';
import type { Wanted } from '#record/register/search-wanted.ts';
import { FILE_PURPOSE, WANTED_PURPOSE } from './build.ts';
import type { ExportNeeds } from './build.ts';
import { copyParts } from './list-file.ts';
import { extractChoices } from './extract-choices.ts';
import { ASKED_WORDS, FILE_NAMES } from './form-words.ts';
import { onceOnly } from './once-only.ts';
import {
  askedAgain,
  exportColumns,
  exportDay,
  exportFields,
  exportGround,
  exportNobody,
  exportNotReady,
  exportTemplate,
  exportTooMany,
} from './problems.ts';
import { ExportRequest, extractOf, maxOf, peopleOf, rolesOf, subjectOf } from './request.ts';
import { exportRulesOn } from './rules.ts';
import { ExportAnswer, Exports } from './shapes.ts';
import type { ExportPurpose } from './shapes.ts';
import { addExport, myExports, takeCopy } from './store.ts';
import type { KeptExport } from './store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Lists on one page: the latest. */
const PAGE = 50;
const DAY_MS = 86_400_000;
const SALT_BYTES = 16;
/** Of our own file: as large as the largest list comes to. */
const OWN_ZIP = { entriesMax: 20, inflatedBytesMax: 200 * 1024 * 1024, ratioMax: 1_000 };

const stands = ({
  id,
  number,
  form,
  purpose,
  reason,
  columns,
  fields,
  asOf,
  ground,
  people,
  askedAt,
  state,
  problem,
  found,
  exported,
  masked,
  copies,
  endsAt,
}: KeptExport) => ({
  id,
  number,
  form,
  purpose,
  reason,
  columns,
  fields,
  asOf,
  ground,
  people,
  askedAt,
  state,
  problem,
  counts: found === null || exported === null ? null : { found, exported, leftOut: found - exported, masked: masked ?? 0 },
  copies,
  endsAt,
});

/** A template is of one agency, for who may bring a file of it, and for nothing else. */
const mayFill = (
  actor: Actor,
  { wanted, purpose }: { readonly wanted: Wanted; readonly purpose: ExportPurpose },
  today: PlainDate,
): boolean =>
  purpose === 'SUBMIT' && wanted.bodyId !== undefined && decide(actor, 'upload.create', { bodyId: wanted.bodyId }, { today }).allowed;

export function exportRoutes(app: FastifyInstance, needs: ExportNeeds): void {
  route(app, needs, {
    id: 'askExport',
    tag: 'register',
    summary: {
      vi: 'Đề nghị xuất danh sách theo điều kiện tra cứu',
      en: 'Asks for the people of a search as a file',
    },
    method: 'POST',
    path: '/api/v1/exports',
    body: ExportRequest,
    act: 'record.export',
    subject: async ({ tx, body }) =>
      body.personId === undefined ? ok({ bodyId: body.wanted.bodyId ?? null }) : subjectOf(tx, body.personId),
    answer: jsonBy(ExportAnswer, [201, 202], ({ waits }) => (waits ? 202 : 201)),
    problems: [
      filterNotSeen,
      personNotFound,
      recordKeptApart,
      exportNobody,
      exportTooMany,
      exportColumns,
      exportTemplate,
      exportGround,
      exportDay,
      exportFields,
      askedAgain,
    ],
    work: async ({ tx, actor, body, subject }) => {
      const { wanted, columns, purpose, form = 'list' } = body;
      const reason = cleanText(body.reason).text;
      const rules = exportRulesOn(needs.clock.today());
      if (new Set(columns).size < columns.length || (form === 'list') === (columns.length === 0)) return refused(exportColumns());
      if (form === 'filled-template' && !mayFill(actor, { wanted, purpose }, needs.clock.today())) return refused(exportTemplate());
      const extract = extractOf(body, rolesOf(actor), needs.clock.today());
      if (!extract.ok) return extract;
      const counted = await peopleOf(tx, actor, body, maxOf(form, rules));
      if (!counted.ok) return counted;
      const people = counted.value;
      const at = needs.clock.now();
      const once = await onceOnly(tx, {
        bodyId: wanted.bodyId,
        form,
        again: body.again === undefined ? null : cleanText(body.again).text,
        at,
        withinDays: rules.againDays,
      });
      if (!once.ok) return once;
      const id = needs.chance.uuid7(Date.parse(at));
      const number = shortNumber(needs.chance, 'XD');
      // An extract is of more than a line of a list: a second person looks, however few it is of.
      const waits = people > rules.peopleAlone || extract.value !== null;
      const allowanceId = waits ? needs.chance.uuid7(Date.parse(at)) : null;
      const ofBody = subject.bodyId;
      const bodyId = ofBody ?? actor.grants[0]?.bodyId ?? null;
      if (allowanceId !== null) {
        const why = `${ASKED_WORDS[form]} ${number} (${purposeWords(purpose).vi}): ${reason}${extract.value === null ? '' : ` – căn cứ ${extract.value.ground}`}`;
        await askAllowance(tx, { id: allowanceId, people, hours: rules.grantedHours, reason: why });
        await recordAct(tx, needs, {
          act: 'allowance.asked',
          purpose,
          bodyId,
          objectId: allowanceId,
          payload: { people, hours: rules.grantedHours, reason: why, export: id },
        });
      }
      const salt = needs.chance.bytes(SALT_BYTES);
      await addExport(tx, {
        id,
        number,
        bodyId: ofBody,
        allowanceId,
        identityLevel: actor.identityLevel,
        purpose,
        reason,
        form,
        columns,
        fields: extract.value?.fields ?? [],
        asOf: extract.value?.asOf ?? null,
        ground: extract.value?.ground ?? null,
        people,
        salt,
        wantedSealed: needs.keys.seal(
          salt,
          WANTED_PURPOSE,
          Buffer.from(JSON.stringify(body.personId === undefined ? wanted : { personId: body.personId })),
        ),
        askedAt: at,
        againReason: once.value,
        endsAt: new Date(Date.parse(at) + rules.waitDays * DAY_MS).toISOString(),
      });
      await recordAct(tx, needs, {
        act: 'export.asked',
        purpose,
        bodyId,
        objectId: id,
        payload: {
          number,
          people,
          form,
          columns,
          reason,
          wanted,
          extract: extract.value,
          ...(once.value === null ? {} : { again: once.value }),
          ...(body.personId === undefined ? {} : { person: body.personId }),
        },
      });
      return ok({ id, number, people, waits });
    },
  });

  route(app, needs, {
    id: 'listExports',
    tag: 'register',
    summary: { vi: 'Danh sách tôi đã đề nghị xuất', en: 'Lists that I asked for' },
    method: 'GET',
    path: '/api/v1/exports',
    act: 'record.export',
    read: nobody('one’s own requests: numbers, columns and counts'),
    answer: json(Exports),
    work: async ({ tx, actor }) =>
      ok({
        items: (await myExports(tx, PAGE)).map(stands),
        next: null,
        choices: { today: needs.clock.today(), groups: [...extractChoices(rolesOf(actor))] },
      }),
  });

  route(app, needs, {
    id: 'downloadExport',
    tag: 'register',
    summary: { vi: 'Tải danh sách đã xuất, mỗi bản có dấu riêng', en: 'The file of an exported list, each copy with a mark of its own' },
    method: 'GET',
    path: '/api/v1/exports/:id/list.xlsx',
    params: ById,
    act: 'record.export',
    read: 'file.read',
    purpose: 'CONSULT',
    holdsRights: true,
    answer: file(XLSX),
    problems: [exportNotReady],
    work: async ({ tx, params: { id }, shows }) => {
      const kept = await takeCopy(tx, id, needs.clock.now());
      if (!kept) return refused(exportNotReady());
      await shows({ bodyId: kept.bodyId, objectId: id, revision: kept.copies, payload: { number: kept.number, copy: kept.copies } });
      const bytes = Buffer.from(needs.keys.open(kept.salt, FILE_PURPOSE, kept.fileSealed));
      const mark = `${kept.number}/${kept.copies}/${needs.keys.pseudonym('export', `${id}/${kept.copies}`)}`;
      if (kept.form === 'filled-template')
        return ok({ bytes: await needs.markedCopy(bytes, mark), name: `${FILE_NAMES[kept.form]}-${kept.number}.xlsx` });
      const copy = await rewriteZip(bytes, readDirectory(bytes, OWN_ZIP), new Map(copyParts(mark)));
      return ok({ bytes: copy, name: `${FILE_NAMES[kept.form]}-${kept.number}.xlsx` });
    },
  });
}
