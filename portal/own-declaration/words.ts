/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    ownDeclaration: { vi: 'Kê khai hồ sơ của tôi', en: 'Declare my record' },
  },
  declare: {
    papers: { vi: 'Giấy tờ gửi kèm', en: 'Papers sent along' },
    papersWhy: {
      vi: 'Ảnh chụp hoặc bản quét giấy tờ chứng minh cho mục này. Nơi chụp, giờ chụp và máy chụp ghi trong ảnh được bỏ đi. Gửi cùng bản kê khai; cán bộ xác nhận mở ra xem.',
      en: 'A photo or scan of the paper that shows what this group says. Place, time and device that a camera wrote into the photo are taken out. It goes with the declaration, and the officer who confirms opens it.',
    },
    addPaper: { vi: 'Gửi kèm giấy tờ', en: 'Add a paper' },
    openPaper: { vi: 'Mở xem', en: 'Open' },
    removePaper: { vi: 'Bỏ giấy tờ này', en: 'Take it away' },
    choosePaper: { vi: 'Chụp ảnh hoặc chọn tệp', en: 'Take a photo or choose a file' },
    paperLimits: {
      vi: 'Ảnh JPEG, PNG (tối đa 12 MB) hoặc PDF (tối đa 20 MB).',
      en: 'A JPEG or PNG photo (12 MB at most) or a PDF (20 MB at most).',
    },
    paperSymbol: { vi: 'như ghi trên giấy tờ; không có thì để trống', en: 'as it stands on the paper; empty if it has none' },
    noKind: { vi: 'Chọn loại giấy tờ.', en: 'Choose what kind of paper it is.' },
    noPaper: { vi: 'Chưa chọn ảnh hoặc tệp nào.', en: 'No photo or file was chosen.' },
    sendPaper: { vi: 'Lưu giấy tờ', en: 'Save the paper' },
    noAdding: { vi: 'Thôi', en: 'Leave it' },
    pages: { vi: '{{count}} trang', en: '{{count}} pages' },
    paperAgain: { vi: 'Gửi lại giấy tờ rõ hơn ở bản kê khai sau.', en: 'Send a better one with your next declaration.' },
    paperRefused: { vi: 'Giấy tờ này chưa được nhận vào.', en: 'This paper could not be taken in.' },
    title: { vi: 'Kê khai hồ sơ của tôi', en: 'Declare my record' },
    lead: {
      vi: 'Xem từng mục cơ quan đã ghi: đúng thì xác nhận, thiếu thì ghi thêm, sai thì báo. Mỗi mục lưu ngay trên máy chủ; gửi một lần khi đã xong.',
      en: 'Go through what your agency entered: say that it is right, fill in what is missing, report what is wrong. Each group is saved on the server at once; you send everything once, at the end.',
    },
    due: {
      vi: 'Hạn kê khai lần đầu: hết ngày {{day}} (Nghị định 27/2026/NĐ-CP, Điều 19).',
      en: 'Your first declaration is due by the end of {{day}} (Decree 27/2026/NĐ-CP, article 19).',
    },
    late: {
      vi: 'Đã quá hạn kê khai lần đầu (hết ngày {{day}}). Anh/chị vẫn kê khai và gửi được; hãy làm sớm.',
      en: 'Your first declaration was due by the end of {{day}}. You can still fill it in and send it; please do so soon.',
    },
    callDue: {
      vi: '{{body}} yêu cầu anh/chị kê khai lần đầu, hạn hết ngày {{day}}. Căn cứ: {{ground}}.',
      en: '{{body}} asks for your first declaration by the end of {{day}}. Ground: {{ground}}.',
    },
    callLate: {
      vi: 'Đã quá hạn kê khai lần đầu theo yêu cầu của {{body}} (hết ngày {{day}}; căn cứ: {{ground}}). Anh/chị vẫn kê khai và gửi được; hãy làm sớm.',
      en: 'Your first declaration, asked for by {{body}}, was due by the end of {{day}} (ground: {{ground}}). You can still fill it in and send it; please do so soon.',
    },
    groups: { vi: 'Các mục', en: 'Groups' },
    howFirst: {
      vi: 'Kê khai lần đầu: xem hết các mục rồi mới gửi được. {{body}} kiểm tra và xác nhận.',
      en: 'A first declaration goes through every group before it is sent. {{body}} checks and confirms it.',
    },
    howUpdate: {
      vi: 'Có thay đổi thì mở đúng mục đó, ghi lại, lưu, rồi gửi. {{body}} kiểm tra và xác nhận.',
      en: 'If something changed, open that group, fill it in, save it, and send. {{body}} checks and confirms it.',
    },
    seen: { vi: 'Đã xem {{seen}} trong {{all}} mục', en: '{{seen}} of {{all}} groups seen' },
    mark: { right: { vi: 'Đúng', en: 'Right' }, changed: { vi: 'Có ghi thêm', en: 'Filled in' } },
    changedSince: { vi: 'Hồ sơ đã thay đổi, xem lại', en: 'The record changed, look again' },
    by: {
      population: { vi: 'Theo dữ liệu dân cư', en: 'By the population database' },
      body: { vi: 'Theo quyết định của cơ quan', en: 'By decisions of the agency' },
    },
    readOnly: {
      population: {
        vi: 'Mục này lấy từ cơ sở dữ liệu quốc gia về dân cư: anh/chị xem và xác nhận, không sửa ở đây. Thấy sai thì báo ở cuối trang.',
        en: 'This group comes from the population database: you look and confirm, and change nothing here. If something is wrong, report it at the end of the page.',
      },
      body: {
        vi: 'Mục này ghi theo quyết định của cơ quan: anh/chị xem và xác nhận, không sửa ở đây. Thấy sai thì báo ở cuối trang.',
        en: 'This group follows decisions of your agency: you look and confirm, and change nothing here. If something is wrong, report it at the end of the page.',
      },
    },
    missing: { vi: 'Còn thiếu: {{fields}}', en: 'Missing: {{fields}}' },
    empty: { vi: 'Mục này chưa có dữ liệu.', en: 'There is nothing in this group yet.' },
    wrongNext: {
      vi: 'Giá trị không do anh/chị ghi, hoặc cần cơ quan sửa theo giấy tờ: báo ở đây, có hạn trả lời.',
      en: 'A value that is not yours to fill in, or that your agency must correct by a paper: report it here; it has a term.',
    },
    right: { vi: 'Đúng, tôi xác nhận mục này', en: 'This is right, I confirm this group' },
    save: { vi: 'Lưu phần tôi ghi', en: 'Save what I filled in' },
    stillWrong: {
      vi: 'Đã lưu, còn {{count}} chỗ cần sửa trước khi gửi.',
      en: 'Saved; {{count}} places must be repaired before it is sent.',
    },
    choose: { vi: 'Chọn…', en: 'Choose…' },
    line: { vi: 'Dòng {{number}} {{says}}', en: 'Line {{number}} {{says}}' },
    addLine: { vi: 'Thêm dòng vào {{section}}', en: 'Add a line to {{section}}' },
    removeLine: { vi: 'Bỏ dòng {{number}}', en: 'Remove line {{number}}' },
    send: { vi: 'Cam đoan và gửi', en: 'Attest and send' },
    unseen: { vi: 'Còn {{count}} mục chưa xem. Xem hết rồi gửi ở đây.', en: '{{count}} groups are not seen yet. When all are, send here.' },
    sendWhat: {
      vi: 'Bản kê khai gửi đến {{body}}. Gửi rồi không sửa được bản này; có thay đổi thì kê khai tiếp.',
      en: 'The declaration goes to {{body}}. What was sent is not changed; later changes are declared anew.',
    },
    confirmedBy: {
      vi: 'Người có thẩm quyền xác nhận của {{body}}, không phải người nhập liệu, mở xem từng mục. Gửi hôm nay thì phải xong chậm nhất ngày {{day}} (Nghị định 27/2026/NĐ-CP, Điều 19).',
      en: 'Whoever confirms for {{body}}, and nobody who enters data there, opens each group. What is sent today is due by {{day}} (Decree 27/2026/NĐ-CP, article 19).',
    },
    confirmedUntil: { vi: '{{body}} phải xác nhận chậm nhất ngày {{day}}.', en: '{{body}} has to confirm it by {{day}}.' },
    agree: { vi: 'Đọc và đánh dấu lời cam đoan trước khi gửi.', en: 'Read and tick the sentence of truth before sending.' },
    sendNow: { vi: 'Gửi bản kê khai', en: 'Send the declaration' },
    done: { vi: 'Đã gửi đến {{body}}. Theo dõi kết quả ở trang này.', en: 'Sent to {{body}}. Follow it on this page.' },
    sentTitle: { vi: 'Đã gửi', en: 'Sent' },
    kind: { first: { vi: 'Kê khai lần đầu', en: 'First declaration' }, update: { vi: 'Kê khai thay đổi', en: 'Declared change' } },
    standing: {
      sent: { vi: 'Đã nhận', en: 'Received' },
      checking: { vi: 'Đang kiểm tra', en: 'Being checked' },
      refused: { vi: 'Chưa nhận được, cần sửa', en: 'Not taken in, to be repaired' },
      waiting: { vi: 'Chờ cơ quan xác nhận', en: 'Waits for the agency' },
      returned: { vi: 'Bị trả lại', en: 'Returned' },
      registered: { vi: 'Đã cập nhật vào hồ sơ', en: 'In the record' },
      recorded: { vi: 'Đã ghi nhận, không có thay đổi', en: 'Recorded, nothing changes' },
      replaced: { vi: 'Đã gửi lại ở lần sau', en: 'Sent once more since' },
    },
    sentAt: { vi: 'Gửi lúc {{at}}', en: 'Sent at {{at}}' },
    receipt: { vi: 'Giấy biên nhận {{number}}', en: 'Receipt {{number}}' },
    changed: { vi: 'Có ghi: {{groups}}', en: 'Filled in: {{groups}}' },
    changedNothing: { vi: 'Xác nhận hồ sơ đúng, không ghi thêm.', en: 'Confirmed as right; nothing was filled in.' },
    cameBack: { vi: '{{group}}: bị trả lại', en: '{{group}}: returned' },
    repair: { vi: 'Mở mục này để sửa', en: 'Open this group to repair it' },
    refusedNext: {
      vi: 'Mở lại các mục đã ghi (còn nguyên), sửa rồi gửi lại. Lý do:',
      en: 'Open what you filled in (it is still there), repair it and send again. Why:',
    },
    movedNext: {
      vi: 'Hồ sơ đã chuyển sang cơ quan khác quản lý trước khi được xác nhận. Các mục đã ghi còn nguyên: xem lại rồi gửi đến cơ quan mới.',
      en: 'Your record moved to another agency before this was confirmed. What you filled in is still there: look at it and send it to the new agency.',
    },
  },
} as const satisfies WordTree;
