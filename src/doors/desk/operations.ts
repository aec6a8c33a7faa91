/** What the routes of this room are: words, answers, problems of each. Their handlers stand in the files of routes. */
import type { Operation } from '#base/http/operation.ts';
import { file, json } from '#base/http/answer.ts';
import type { Answer } from '#base/http/answer.ts';
import { notAllowed, notSignedIn, notWithinReach } from '#authority/access/problems.ts';
import { keyMissing, keyUsedOtherwise, stillRunning } from '#base/http/problems.ts';
import { Binary, listOf } from '#base/http/shapes.ts';
import type { Bilingual } from '#base/problem.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { receiptNotFound, wrongContentType } from './problems.ts';
import {
  AcceptedSuggestions,
  AppliedPage,
  CellProblem,
  ComparisonPage,
  Decided,
  ProblemGroup,
  QueuePage,
  Reasons,
  Receipt,
  ReturnedItem,
  SentPortrait,
  ShownPerson,
  Submission,
  SubmissionSummary,
  Submitted,
  SuggestionGroup,
  UndoneSuggestions,
  Uploaded,
  Withdrawn,
} from './shapes.ts';

type Described = Omit<Operation, 'params' | 'query' | 'body'>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Bytes of an upload: what they are is told from the bytes. */
const BYTES = { 'application/octet-stream': Binary, [XLSX]: Binary, 'application/zip': Binary, 'image/jpeg': Binary, 'image/png': Binary };

const of = (
  tag: 'submissions' | 'confirmation',
  id: string,
  summary: Bilingual,
  answer: Answer,
  more: Partial<Pick<Operation, 'takes' | 'once' | 'bodyOptional'>> & { readonly problems?: Operation['problems'] } = {},
): Described => ({
  id,
  tag,
  summary,
  answer,
  security: 'session',
  ...more,
  problems: [
    notSignedIn,
    notAllowed,
    notWithinReach,
    submissionNotFound,
    ...(more.once ? [keyMissing, keyUsedOtherwise, stillRunning] : []),
    ...(more.takes ? [wrongContentType] : []),
    ...(more.problems ?? []),
  ],
});
const ONCE = { once: true } as const;

/** Method and path → what it is. */
export const DESK_OPERATIONS: Readonly<Record<string, Described>> = {
  'POST /api/v1/uploads': of(
    'submissions',
    'upload',
    { vi: 'Tải lên một tệp hồ sơ hoặc ảnh của một cơ quan', en: 'Uploads a file of records or pictures for a body' },
    json(Uploaded, 201),
    { ...ONCE, takes: BYTES },
  ),
  'POST /api/v1/submissions/:id/correction': of(
    'submissions',
    'correctSubmission',
    { vi: 'Tải lên tệp đã sửa của một hồ sơ gửi', en: 'Uploads the corrected file of a submission' },
    json(Uploaded, 201),
    { ...ONCE, takes: BYTES },
  ),
  'GET /api/v1/submissions': of(
    'submissions',
    'listSubmissions',
    { vi: 'Các hồ sơ đã gửi của cơ quan tôi', en: 'Submissions of my bodies' },
    json(listOf(SubmissionSummary)),
  ),
  'GET /api/v1/submissions/:id': of(
    'submissions',
    'getSubmission',
    { vi: 'Một hồ sơ đã gửi: đến đâu rồi, có gì sai', en: 'One submission: how far it is, what is wrong' },
    json(Submission),
  ),
  'POST /api/v1/submissions/:id/withdraw': of(
    'submissions',
    'withdrawSubmission',
    { vi: 'Rút một hồ sơ đã gửi', en: 'Withdraws a submission' },
    json(Withdrawn),
    { ...ONCE, bodyOptional: true },
  ),
  'GET /api/v1/submissions/:id/comparison': of(
    'submissions',
    'compareSubmission',
    { vi: 'Tệp sẽ thay đổi những gì, theo từng người', en: 'What the file would change, person by person' },
    json(ComparisonPage),
  ),
  'POST /api/v1/submissions/:id/submit': of(
    'submissions',
    'submit',
    { vi: 'Gửi chính thức; trả biên nhận đã nhận (R1)', en: 'Sends it; answers with the receipt R1' },
    json(Submitted),
    ONCE,
  ),
  'GET /api/v1/receipts/:number': of('submissions', 'getReceipt', { vi: 'Một biên nhận', en: 'A receipt' }, json(Receipt), {
    problems: [receiptNotFound],
  }),
  'GET /api/v1/receipts/:number.pdf': of(
    'submissions',
    'getReceiptPdf',
    { vi: 'Một biên nhận để in', en: 'A receipt to print' },
    file('application/pdf'),
    { problems: [receiptNotFound] },
  ),
  'GET /api/v1/submissions/:id/problem-groups': of(
    'submissions',
    'listProblemGroups',
    { vi: 'Các loại vấn đề của một tệp', en: 'Problems of a file by kind of repair' },
    json(listOf(ProblemGroup)),
  ),
  'GET /api/v1/submissions/:id/problems': of(
    'submissions',
    'listProblems',
    { vi: 'Từng vấn đề của một tệp', en: 'Problems of a file, one by one' },
    json(listOf(CellProblem)),
  ),
  'GET /api/v1/submissions/:id/marked.xlsx': of(
    'submissions',
    'getMarkedFile',
    { vi: 'Tệp đã gửi với các ô sai được đánh dấu', en: 'The file with its wrong cells marked' },
    file(XLSX),
  ),
  'GET /api/v1/submissions/:id/suggestion-groups': of(
    'submissions',
    'listSuggestionGroups',
    { vi: 'Các ô giống nhau có cùng một gợi ý chắc chắn', en: 'Equal cells for which the same certain suggestion is made' },
    json(listOf(SuggestionGroup)),
  ),
  'POST /api/v1/submissions/:id/accept-suggestions': of(
    'submissions',
    'acceptSuggestions',
    { vi: 'Chấp nhận gợi ý: một nhóm ô giống nhau, hoặc từng ô', en: 'Applies suggestions: one group of equal cells, or cells by number' },
    json(AcceptedSuggestions),
    ONCE,
  ),
  'POST /api/v1/submissions/:id/undo-suggestions': of(
    'submissions',
    'undoSuggestions',
    { vi: 'Hoàn tác lần chấp nhận gợi ý gần nhất', en: 'Undoes the latest step of applied suggestions' },
    json(UndoneSuggestions),
    ONCE,
  ),
  'GET /api/v1/submissions/:id/accepted-suggestions': of(
    'submissions',
    'listAcceptedSuggestions',
    {
      vi: 'Gợi ý đã áp dụng: giá trị đã gõ, giá trị thay, ai, khi nào',
      en: 'Suggestions that were applied: value as typed, value applied, why, by whom, when',
    },
    json(AppliedPage),
  ),
  'GET /api/v1/submissions/:id/returned': of(
    'submissions',
    'listReturned',
    { vi: 'Các ô bị trả lại: ô nào, vì sao, ai trả, khi nào', en: 'Cells that were returned: which, why, by whom, when' },
    json(listOf(ReturnedItem)),
  ),
  'GET /api/v1/submissions/:id/portraits': of(
    'submissions',
    'listSentPortraits',
    { vi: 'Ảnh của một hồ sơ gửi', en: 'Portraits of a submission that can be sent: line and person of each' },
    json(listOf(SentPortrait)),
  ),
  'GET /api/v1/submissions/:id/portraits/:line': of(
    'submissions',
    'getSentPortrait',
    { vi: 'Một ảnh như sẽ được giữ (JPEG)', en: 'One portrait as it will be kept: cropped, without metadata (JPEG)' },
    file('image/jpeg'),
  ),
  'GET /api/v1/confirmation/:submissionId/:personId/portraits/:which': of(
    'confirmation',
    'getComparedPortrait',
    {
      vi: 'Ảnh đang có, hoặc ảnh được gửi, của một người chờ xác nhận (JPEG)',
      en: 'The portrait that stands, or the one that was sent, of a person in the queue (JPEG)',
    },
    file('image/jpeg'),
  ),
  'GET /api/v1/confirmation/reasons': of(
    'confirmation',
    'listReasons',
    { vi: 'Các lý do trả lại và lý do xác nhận khi không khớp', en: 'Reasons to return, and to confirm a mismatch' },
    json(Reasons),
  ),
  'GET /api/v1/confirmation/queue': of(
    'confirmation',
    'listQueue',
    { vi: 'Người chờ tôi xác nhận', en: 'People who wait for my confirmation' },
    json(QueuePage),
  ),
  'GET /api/v1/confirmation/:submissionId/:personId': of(
    'confirmation',
    'getShownPerson',
    { vi: 'Một người: cũ bên mới, đúng như sẽ ký', en: 'One person: old beside new, exactly as it will be signed' },
    json(ShownPerson),
  ),
  'POST /api/v1/confirmation/decisions': of(
    'confirmation',
    'decide',
    { vi: 'Xác nhận hoặc trả lại; trả biên nhận đã duyệt (R2)', en: 'Confirms or returns; answers with the receipt R2' },
    json(Decided),
    ONCE,
  ),
};
