/** Chapters 7 to 13: answers, receipts, results, feed, confirmation, digest, errors and waiting. */
import type { Chapter } from './shapes.ts';
import {
  centreTest,
  digestTest,
  judgeTest,
  must,
  nodeTest,
  routesTest,
  should,
  standardTest,
  tablesTest,
  versionTest,
} from './write-clauses.ts';

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
      should(
        '8.4',
        'Phần mềm NÊN lấy GET …/{first}-{last}/receipt: R1 và R2 kèm chứng minh nằm trong nhật ký (congvu-exchange-receipt/1), kiểm tra ngoại tuyến được. 202 nghĩa là chưa vào đầu nhật ký đã ký: hỏi lại sau.',
        'The software SHOULD fetch GET …/{first}-{last}/receipt: R1 and R2 with the proof of their places in the log (congvu-exchange-receipt/1), to be checked offline. 202 means not under a signed head yet: ask again later.',
        tablesTest('exchange-receipts', 'a receipt is proved when a signed head covers it'),
        tablesTest('exchange-receipts', 'a stranger finds it right offline'),
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
      must(
        '9.5',
        'quarantined chưa phải kết quả cuối: problems nói ai quyết định và đến khi nào. Kết quả cuối đến bằng mục outcome của luồng tin, mang epoch, lane, seq và ref của thay đổi; phần mềm ghi nó cho đúng thay đổi ấy.',
        'quarantined is not the end: problems say who decides and by when. The end comes as an entry outcome of the feed with the epoch, lane, seq and ref of the change; the software notes it for that change.',
        tablesTest('exchange-verdicts', 'where our officer confirms, the sender is told who and by when'),
        tablesTest('exchange-feed', 'who came by the line is told as its outcome'),
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
      must(
        '10.5',
        'Các loại mục: fact (dữ kiện nay như vậy; standing null: không còn), arrived (cơ quan quản lý người này từ nay, kèm mọi dữ kiện), left (không còn quản lý), outcome (kết quả cuối của một thay đổi), lists (danh mục bản này được dùng từ đây), void (không còn gì để báo ở đây).',
        'The kinds of entries: fact (so it stands now; standing null: no more), arrived (the agency keeps this person from now on, with all facts), left (it does no more), outcome (the end of a change), lists (the lists of this edition are in use from here on), void (there is nothing to tell here any more).',
        tablesTest('exchange-feed', 'a correction made elsewhere is told'),
        tablesTest('exchange-feed', 'a record that is kept apart is told to no program'),
        standardTest('every kind of entry'),
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
        routesTest('the body’s own attestation is over exactly this batch'),
        tablesTest('exchange-verdicts', 'a confirmation is one of exactly this batch'),
      ),
      must(
        '11.2',
        'Người lập (maker) và người có hồ sơ không xác nhận thay đổi đó.',
        'Neither the maker of a change nor the person of the record confirms it.',
        tablesTest('exchange-verdicts', 'the maker in the software of the body does not confirm'),
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
        'Phần mềm NÊN đối chiếu mỗi ngày một lần bằng POST /exchange/v1/digest: {what:"digest",buckets:1024} trả lời {what:"digests",source,digests}; hỏi tiếp từng ngăn lệch bằng {what:"digest",bucket:N}, trả lời {what:"bucket",source,bucket,facts}; nêu đúng dữ kiện lệch cho người xử lý.',
        'The software SHOULD compare once a day by POST /exchange/v1/digest: {what:"digest",buckets:1024} is answered with {what:"digests",source,digests}; then ask for each bucket that differs by {what:"digest",bucket:N}, answered with {what:"bucket",source,bucket,facts}, and show the very facts to somebody.',
        digestTest('the same facts have the same digests'),
        tablesTest('exchange-feed', 'digests are those that the other end computes'),
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
