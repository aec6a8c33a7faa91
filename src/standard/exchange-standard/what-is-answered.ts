/** Chapters 7 to 13: answers, receipts, results, feed, confirmation, digest, errors and waiting. */
import type { Chapter } from './shapes.ts';
import { centreTest, digestTest, judgeTest, must, nodeTest, should, standardTest, versionTest } from './write-clauses.ts';

export const WHAT_IS_ANSWERED: readonly Chapter[] = [
  {
    number: 7,
    title: { vi: 'Câu trả lời', en: 'Answers' },
    clauses: [
      must(
        '7.1',
        'Câu trả lời đã ký có nội dung là đúng văn bản JSON chuẩn được ký; chữ ký ở tiêu đề Congvu-Signature.',
        'The content of a signed answer is the very canonical JSON text that was signed; the signature stands in Congvu-Signature.',
        standardTest('every example of the standard'),
      ),
      must(
        '7.2',
        'Từ chối là application/problem+json (RFC 9457) với code dạng E-EXCHANGE-…; phần mềm quyết định theo code, không theo chữ.',
        'A refusal is application/problem+json (RFC 9457) with a code E-EXCHANGE-…; software decides by the code, never by the words.',
        nodeTest('who is turned away waits'),
      ),
    ],
  },
  {
    number: 8,
    title: { vi: 'Biên nhận R1, “đã nhận”', en: 'Receipts R1, "received"' },
    clauses: [
      must(
        '8.1',
        'Gói mới được nhận: 202 và R1 {what:"received",source,epoch,lane,first,last,sha256,at}. Gói đã giữ: 200 và đúng các byte R1 ấy, mãi mãi. R1 là đã nhận, chưa phải đã duyệt.',
        'A new batch: 202 and R1 {what:"received",source,epoch,lane,first,last,sha256,at}. One that is held: 200 and the very same R1 bytes for ever. R1 says received, not approved.',
        centreTest('a batch gets its receipt'),
      ),
      must(
        '8.2',
        'R1 chỉ có giá trị khi chữ ký đúng và source, epoch, lane, first, last, sha256 đúng là của gói đã gửi; nếu không, gửi lại đúng gói đó.',
        'R1 counts only with a right signature and the source, epoch, lane, first, last and sha256 of the batch that was sent; else that very batch is sent again.',
        nodeTest('a receipt of another key or of another batch'),
      ),
      must(
        '8.3',
        'R1 được lưu vĩnh viễn cùng chữ ký: là bằng chứng khi trung tâm nói khác.',
        'R1 is kept for ever with its signature: it is the evidence should the centre say otherwise.',
        nodeTest('a centre that does not hold what it signed for'),
      ),
    ],
  },
  {
    number: 9,
    title: { vi: 'Kết quả R2, “đã duyệt”', en: 'Results R2, "judged"' },
    clauses: [
      must(
        '9.1',
        'Sau R1, phần mềm hỏi GET …/{first}-{last}/result. 202 nghĩa là chưa xong: chờ đúng Retry-After rồi hỏi lại; không thay đổi nào được coi là xong.',
        'After R1 the software asks GET …/{first}-{last}/result. 202 means not yet: wait as long as Retry-After says and ask again; no change counts as settled.',
        centreTest('a result has each number once'),
        nodeTest('a node greets before it sends'),
      ),
      must(
        '9.2',
        '200 là R2 đã ký {what:"judged",…,verdicts}: mỗi số của gói đúng một lần, theo thứ tự. Chữ ký sai, thiếu số hoặc sai thứ tự: không phải kết quả.',
        '200 is the signed R2 {what:"judged",…,verdicts}: each number of the batch once, in order. A wrong signature, a missing number or another order is no result.',
        nodeTest('a node greets before it sends'),
        centreTest('a result has each number once'),
      ),
      must(
        '9.3',
        'Thay đổi chỉ rời hàng chờ gửi khi có R2 đã kiểm tra. verdict là một trong: accepted, duplicate, quarantined, conflict, rejected; ba loại sau kèm problems.',
        'A change leaves the outbox only by a verified R2. verdict is one of: accepted, duplicate, quarantined, conflict, rejected; the last three come with problems.',
        nodeTest('a node greets before it sends'),
        judgeTest('what becomes of a change'),
      ),
      must(
        '9.4',
        'Thay đổi bị từ chối không gửi lại dưới số cũ: sửa thành thay đổi mới có ref mới và số mới.',
        'A rejected change is not sent again under its number: it is put right as a new change, with a new ref and a new number.',
        judgeTest('a duplicate says what was said'),
      ),
    ],
  },
  {
    number: 10,
    title: { vi: 'Luồng tin của trung tâm', en: 'The feed' },
    clauses: [
      must(
        '10.1',
        'GET /exchange/v1/feed?after=N trả lời trang đã ký {what:"feed",source,after,entries,more}; n đếm liên tục từ 1. more: true nghĩa là còn, hỏi tiếp với n cuối.',
        'GET /exchange/v1/feed?after=N answers a signed page {what:"feed",source,after,entries,more}; n counts densely from 1. more: true means there are others: ask on with the last n.',
        nodeTest('changes of one person go by one lane'),
      ),
      must(
        '10.2',
        'Mục được nhận theo đúng thứ tự, mỗi mục một lần; mục đã có bỏ qua, mục cách quãng hỏi lại.',
        'Entries are taken in their order, each once; one that was taken is passed over, one behind a gap is asked for again.',
        nodeTest('changes of one person go by one lane'),
      ),
      must(
        '10.3',
        'Con trỏ N được lưu cùng giao dịch với điều mà các mục nói. Mất điện giữa chừng không làm mất mục nào.',
        'The cursor N is kept in the same transaction as what the entries say. A power cut in between loses no entry.',
        'test tests/simulation/exchange/simulation.test.ts: five hundred lives break none',
      ),
      must(
        '10.4',
        'Loại mục chưa biết được lưu nguyên và không làm dừng luồng tin.',
        'An entry of a kind that is not known is kept as it is, and does not stop the feed.',
        versionTest('what a version does not know'),
      ),
    ],
  },
  {
    number: 11,
    title: { vi: 'Xác nhận của cơ quan', en: 'Confirmation by the agency' },
    clauses: [
      must(
        '11.1',
        'Cơ quan xác nhận gói bằng PUT …/{first}-{last}/confirmation, nội dung JSON chuẩn {what:"confirmed",source,epoch,lane,first,last,sha256,at}, ký bằng khóa xác nhận của một người có thẩm quyền, khác khóa gửi.',
        'An agency confirms a batch by PUT …/{first}-{last}/confirmation with the canonical JSON {what:"confirmed",source,epoch,lane,first,last,sha256,at}, signed by the confirming key of a named officer, other than the sending key.',
        standardTest('every example of the standard'),
      ),
      must(
        '11.2',
        'Người lập (maker) và người có hồ sơ không xác nhận thay đổi đó.',
        'Neither the maker of a change nor the person of the record confirms it.',
        judgeTest('what becomes of a change'),
      ),
    ],
  },
  {
    number: 12,
    title: { vi: 'Đối chiếu hằng đêm', en: 'The nightly digest' },
    clauses: [
      must(
        '12.1',
        'Người thuộc ngăn: 8 ký tự hex đầu của SHA-256(person), chia lấy dư 1.024. Mã của ngăn: SHA-256 của các dòng, xếp theo đơn vị mã và nối bằng 0x0A; mỗi dòng là JSON [person,fact], một khoảng trắng, revision. Ngăn trống: SHA-256 của chuỗi rỗng.',
        'A person’s bucket: the first 8 hex digits of SHA-256(person), modulo 1,024. A bucket’s digest: the SHA-256 of its lines, sorted by code units and joined by 0x0A; a line is the JSON [person,fact], a space, the revision. An empty bucket: the SHA-256 of nothing.',
        digestTest('the same facts have the same digests'),
        digestTest('two names that run together'),
      ),
      should(
        '12.2',
        'Phần mềm NÊN đối chiếu mỗi ngày một lần bằng POST /exchange/v1/digest, hỏi tiếp từng ngăn lệch và nêu đúng dữ kiện lệch cho người xử lý.',
        'The software SHOULD compare once a day by POST /exchange/v1/digest, ask for each bucket that differs and show the very facts to somebody.',
        digestTest('the same facts have the same digests'),
      ),
    ],
  },
  {
    number: 13,
    title: { vi: 'Lỗi và chờ', en: 'Errors and waiting' },
    clauses: [
      must(
        '13.1',
        'Có Retry-After (giây) thì chờ ít nhất bằng đó trước khi gửi lại cùng yêu cầu.',
        'With Retry-After (seconds) the same request is not made again before that time has passed.',
        nodeTest('who is turned away waits'),
      ),
      must(
        '13.2',
        'Không có câu trả lời, hoặc 5xx không có Retry-After: thử lại sau khoảng chờ tăng gấp đôi, từ 1 giây đến 15 phút, rút ngẫu nhiên từ 0 đến độ dài ấy.',
        'No answer, or 5xx without Retry-After: try again after a pause that doubles from 1 second to 15 minutes, drawn at random from zero to its length.',
        nodeTest('who is turned away waits'),
      ),
      must(
        '13.3',
        'E-EXCHANGE-FORK, E-EXCHANGE-FROZEN: ngừng gửi mọi luồng, báo người trực; chỉ chào lại. Không tự gửi dưới số khác.',
        'E-EXCHANGE-FORK, E-EXCHANGE-FROZEN: stop every lane, tell who is on duty, only greet again. Nothing is sent under other numbers.',
        nodeTest('who is turned away waits'),
        centreTest('another content under a number'),
      ),
      must(
        '13.4',
        'E-EXCHANGE-EPOCH: ngừng gửi; bản phần mềm này có thể đã bị thay thế. Chỉ gửi lại khi có người đăng ký đợt mới.',
        'E-EXCHANGE-EPOCH: stop sending; this copy may have been replaced. It sends again only when somebody enrolled it with a new epoch.',
        nodeTest('who is turned away waits'),
      ),
      must(
        '13.5',
        'E-EXCHANGE-GAP: gửi lại đúng các gói đã lưu từ số ở tiêu đề Congvu-Expected trở đi. Thiếu gói đã có biên nhận thì chào trung tâm để lấy bằng chứng đã ký.',
        'E-EXCHANGE-GAP: send the kept batches from the number in Congvu-Expected on. If the centre lacks what it gave a receipt for, greet it for a signed statement.',
        nodeTest('a centre that does not hold what it signed for'),
      ),
      must(
        '13.6',
        'Lỗi 4xx khác không được gửi lại nguyên trạng: báo người phụ trách.',
        'Another 4xx is not sent again as it is: somebody is told.',
        nodeTest('who is turned away waits'),
      ),
    ],
  },
];
