/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    own: { vi: 'Hồ sơ của tôi', en: 'My record' },
    ownReads: { vi: 'Ai đã xem hồ sơ của tôi', en: 'Who viewed my record' },
    ownCard: { vi: 'Thẻ của tôi', en: 'My card' },
    ownData: { vi: 'Dữ liệu của tôi', en: 'My data' },
  },
  own: {
    title: { vi: 'Hồ sơ của tôi', en: 'My record' },
    lead: {
      vi: 'Những gì CSDL đang ghi về anh/chị. Mỗi lần mở, kể cả của chính anh/chị, đều được ghi nhật ký.',
      en: 'What the register says of you. Every opening is logged, your own too.',
    },
    who: { vi: 'Thông tin của tôi', en: 'My details' },
    portrait: { vi: 'Ảnh chân dung của tôi', en: 'My portrait' },
    noPortrait: { vi: 'Chưa có ảnh chân dung', en: 'No portrait yet' },
    matched: { vi: 'Danh tính khớp dân cư', en: 'Identity matches' },
    matchedWhat: { vi: 'số định danh, họ tên, ngày sinh, giới tính', en: 'citizen number, name, birth, sex, with the population database' },
    notMatched: { vi: 'Danh tính chưa khớp dân cư', en: 'Identity not matched yet' },
    ways: { vi: 'Các trang khác của tôi', en: 'My other pages' },
    way: {
      ownReads: { vi: 'Ai đã xem', en: 'Who viewed' },
      ownCard: { vi: 'Thẻ', en: 'Card' },
      ownData: { vi: 'Dữ liệu', en: 'Data' },
    },
    sumConfirmed: { vi: '{{count}} mục đã xác nhận', en: '{{count}} confirmed' },
    sumWaiting: { vi: '{{count}} mục đang chờ', en: '{{count}} pending' },
    sumMissing: { vi: '{{count}} mục còn thiếu', en: '{{count}} incomplete' },
    attention: { vi: 'Cần lưu ý', en: 'Needs attention' },
    unconfirmed: { vi: 'Đã có dữ liệu, chưa được xác nhận', en: 'On record, not yet confirmed' },
    unconfirmedLead: {
      vi: 'Dữ liệu khởi tạo ban đầu. Vẫn dùng được; sẽ được xác nhận khi cơ quan gửi lại.',
      en: 'Loaded when the database was first set up. It can be used; it is confirmed when your agency sends it again.',
    },
    confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
    others: {
      vi: 'Các mục khác ({{count}}): chưa có dữ liệu, hoặc do hệ thống tự cập nhật',
      en: 'Other groups ({{count}}): no data yet, or updated by the system',
    },
    state: {
      missing: { vi: 'Còn thiếu', en: 'Incomplete' },
      waiting: { vi: 'Đang chờ xác nhận', en: 'Awaiting confirmation' },
      returned: { vi: 'Cơ quan đang sửa', en: 'Your agency is correcting it' },
      unconfirmed: { vi: 'Chưa được xác nhận', en: 'Not confirmed yet' },
      confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
      nothing: { vi: 'Chưa có dữ liệu', en: 'No data yet' },
      system: { vi: 'Hệ thống tự cập nhật', en: 'Updated by the system' },
    },
    missing: { vi: 'Thiếu: {{fields}}', en: 'Missing: {{fields}}' },
    waitingSince: {
      vi: 'Cơ quan đã gửi lúc {{at}}; đang chờ người có thẩm quyền.',
      en: 'Sent by your agency at {{at}}; waiting for the confirming officer.',
    },
    returnedSince: { vi: 'Bị trả lại để sửa; cơ quan gửi lúc {{at}}.', en: 'Returned for correction; sent at {{at}}.' },
    confirmedBy: { vi: '{{by}} xác nhận {{day}}', en: 'Confirmed by {{by}}, {{day}}' },
    confirmedAt: { vi: 'Xác nhận {{day}}', en: 'Confirmed {{day}}' },
    signed: { vi: '{{by}}, {{day}}', en: '{{by}}, {{day}}' },
    nobodyYet: { vi: 'Chưa được xác nhận', en: 'Not confirmed yet' },
    standing: { vi: 'Tình trạng của mục này', en: 'How this group stands' },
    toCard: { vi: 'Mở trang Thẻ của tôi', en: 'Open “My card”' },
    empty: {
      people: { vi: 'Mục này chưa có dữ liệu', en: 'This group is empty' },
      system: { vi: 'Hệ thống chưa cập nhật mục này', en: 'The system has not updated this group yet' },
    },
    emptyNext: {
      vi: 'Dữ liệu sẽ hiện ở đây khi cơ quan gửi và người có thẩm quyền xác nhận.',
      en: 'It fills when your agency sends it in and an officer confirms it.',
    },
    wrong: { vi: 'Thấy sai hoặc thiếu?', en: 'Something wrong or missing?' },
    wrongNext: {
      vi: 'Báo bộ phận tổ chức cán bộ của {{body}}, nói rõ mục nào và kèm giấy tờ chứng minh. Cơ quan gửi lại, người có thẩm quyền xác nhận, rồi dữ liệu mới thay dữ liệu cũ; dữ liệu cũ vẫn còn trong lịch sử.',
      en: 'Tell the personnel unit of {{body}} which item, with the paper that proves it. Your agency sends it in again, an officer confirms it, and the new value replaces the old one; the old one stays in the history.',
    },
    neighbours: { vi: 'Mục trước và mục sau', en: 'The group before and after' },
    line: { vi: 'Dòng {{n}}', en: 'Line {{n}}' },
    reads: { vi: 'Ai đã xem hồ sơ của tôi', en: 'Who viewed my record' },
    readsLead: {
      vi: 'Trong một năm gần đây: ai mở hồ sơ, thuộc cơ quan nào, để làm gì. Không hiện tên người xem.',
      en: 'In the last year: who opened your record, of which agency, and why. Names of readers are not shown.',
    },
    readsEmpty: { vi: 'Chưa ai khác xem hồ sơ của anh/chị', en: 'Nobody else has viewed your record' },
    readsEmptyNext: {
      vi: 'Lần mở đầu tiên của cán bộ sẽ hiện ở đây trong vòng vài giây.',
      en: 'The first opening by an officer shows here within seconds.',
    },
    readsMine: {
      vi: 'Chính anh/chị đã mở {{count}} lần, gần nhất lúc {{at}}.',
      en: 'You opened it yourself {{count}} times, last at {{at}}.',
    },
    readsMore: {
      vi: 'Còn {{count}} lượt cũ hơn; có đủ trong tệp dữ liệu tải về.',
      en: '{{count}} older readings; all of them are in the file of your data.',
    },
    readsStrange: { vi: 'Thấy lượt xem lạ?', en: 'A reading that you do not understand?' },
    readsStrangeNext: {
      vi: 'Bấm “Khiếu nại lượt xem này” ngay dưới lượt xem. Quản trị của cơ quan hoặc người giám sát tra được đúng người đã xem và phải trả lời đúng hạn.',
      en: 'Press “Complain about this reading” below it. The administrator of the agency, or the auditor, can find out who it was and has to answer in time.',
    },
    complain: { vi: 'Khiếu nại lượt xem này', en: 'Complain about this reading' },
    complainWhat: {
      vi: 'Anh/chị cho biết vì sao thấy lượt xem này không đúng. Người giám sát xem nhật ký, hỏi người đã xem, rồi trả lời ngay tại trang này.',
      en: 'Say why this reading seems wrong. Whoever supervises looks at the log, asks the reader, and answers on this page.',
    },
    complainReason: { vi: 'Điều anh/chị muốn hỏi', en: 'What you want to ask' },
    complainShort: { vi: 'Cần ít nhất 10 ký tự.', en: 'At least 10 letters are needed.' },
    complainSend: { vi: 'Gửi khiếu nại', en: 'Send the complaint' },
    complained: { vi: 'Anh/chị hỏi lúc {{at}}:', en: 'You asked at {{at}}:' },
    complaintDue: { vi: 'Đang chờ trả lời, hạn {{day}}', en: 'Waiting for an answer, by {{day}}' },
    answered: { vi: 'Trả lời lúc {{at}}:', en: 'Answered at {{at}}:' },
    verdict: {
      lawful: { vi: 'Xem đúng quy định', en: 'The reading was right' },
      unlawful: { vi: 'Xem không đúng quy định', en: 'The reading was not right' },
    },
    noBody: { vi: 'Toàn hệ thống', en: 'The whole system' },
    noRole: { vi: 'Không ghi vai trò', en: 'No role recorded' },
    system: { vi: 'Hệ thống', en: 'The system' },
    times: { vi: '{{count}} lần trong ngày', en: '{{count}} times that day' },
    card: { vi: 'Thẻ của tôi', en: 'My card' },
    cardLead: {
      vi: 'Thẻ lập tự động từ hồ sơ đã xác nhận. Đổi chức vụ hay cơ quan thì có thẻ mới, anh/chị không phải làm gì.',
      en: 'Created automatically from the confirmed record. With another post or agency you get a new one without doing anything.',
    },
    cardFace: { vi: 'Nội dung thẻ', en: 'What the card says' },
    cardTest: { vi: 'THẺ THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ', en: 'TEST CARD – NO VALUE' },
    cardKind: { vi: 'Thẻ cán bộ, công chức, viên chức', en: 'Card of cadres, civil servants and public employees' },
    cardValid: { vi: 'Có hiệu lực đến {{day}}', en: 'Valid until {{day}}' },
    take: { vi: 'Nhận thẻ về điện thoại', en: 'Take the card onto a phone' },
    takeLead: {
      vi: 'Thẻ nằm trong ví giấy tờ trên điện thoại của chính anh/chị, mang theo được cả khi không có mạng.',
      en: 'The card is kept in the wallet of your own phone, and works offline.',
    },
    takeGo: { vi: 'Tạo mã nhận thẻ', en: 'Make a code' },
    takeAgain: { vi: 'Tạo mã mới', en: 'Make a new code' },
    takeOver: {
      vi: 'Mã đã hết hạn sau 5 phút. Nếu chưa kịp nhận thẻ, hãy tạo mã mới.',
      en: 'The code has run out after 5 minutes. If you were not in time, make a new one.',
    },
    code: { vi: 'Mã giao dịch, nhập vào ví khi được hỏi', en: 'Transaction code, typed into the wallet when it asks' },
    left: { vi: 'Còn {{time}}', en: '{{time}} left' },
    openWallet: { vi: 'Mở ví trên chính điện thoại này', en: 'Open the wallet on this phone' },
    openWalletDemo: { vi: 'Mở trong ví mô phỏng VNeID', en: 'Open in the simulated VNeID wallet' },
    step1: {
      vi: 'Dùng chính điện thoại này thì bấm liên kết trên; dùng điện thoại khác thì quét mã QR.',
      en: 'On this phone press the link above; with another phone scan the QR.',
    },
    step2: {
      vi: 'Nhập mã giao dịch vào ví. Không đọc mã này cho bất kỳ ai.',
      en: 'Type the transaction code into the wallet. Do not share it.',
    },
    step3: { vi: 'Mã chỉ dùng được một lần, cho một điện thoại.', en: 'The code works once, for one phone.' },
    taken: { vi: 'Tôi đã nhận xong', en: 'I have taken it' },
    qr: { vi: 'Mã QR để điện thoại khác quét', en: 'QR for another phone to scan' },
    copies: { vi: 'Thẻ đang ở trên điện thoại', en: 'The card on phones' },
    copiesNone: { vi: 'Chưa có điện thoại nào giữ thẻ này.', en: 'No phone holds this card yet.' },
    copy: { vi: 'Nhận lúc {{at}}, dùng đến {{until}}', en: 'Taken {{at}}, good until {{until}}' },
    copiesWhat: {
      vi: 'Bản trên điện thoại tự làm mới khi có mạng; mỗi bản chỉ dùng vài ngày.',
      en: 'The copy on a phone renews itself when there is a network; each is good for a few days.',
    },
    lost: { vi: 'Mất điện thoại?', en: 'Lost your phone?' },
    lostNext: {
      vi: 'Báo ngay người có thẩm quyền của {{body}} để ngừng thẻ trên máy đó, rồi nhận lại thẻ về máy mới tại trang này.',
      en: 'Tell the confirming officer of {{body}} at once to end the card on it, then take it onto the new phone on this page.',
    },
    cardsEnded: { vi: 'Thẻ đã hết hiệu lực ({{count}})', en: 'Cards that have ended ({{count}})' },
    cardEndedAt: { vi: 'ngừng lúc {{at}}', en: 'ended {{at}}' },
    noCardYet: { vi: 'Anh/chị chưa có thẻ', en: 'You have no card yet' },
    noCardAsk: { vi: 'Cần giúp: bộ phận tổ chức cán bộ của {{body}}.', en: 'For help: the personnel unit of {{body}}.' },
    noCardSoon: {
      vi: 'Hồ sơ đã đủ điều kiện. Thẻ được lập ở lần xác nhận hồ sơ tiếp theo; anh/chị không phải làm gì.',
      en: 'Your record is complete. The card is made when the record is next confirmed; you need not do anything.',
    },
    noCardEnded: {
      vi: 'Thẻ gần nhất đã được người có thẩm quyền ngừng: {{why}}. Thẻ mới có ở lần xác nhận hồ sơ tiếp theo.',
      en: 'Your last card was ended by an officer: {{why}}. A new one comes when the record is next confirmed.',
    },
    noCard: {
      service: {
        why: { vi: 'CSDL đang ghi anh/chị không ở trạng thái đang công tác.', en: 'The register says that you are not in service.' },
        next: {
          vi: 'Nếu chưa đúng, báo cơ quan gửi lại mục “Quản lý hồ sơ”.',
          en: 'If that is wrong, ask your agency to send in “Record and staff identity” again.',
        },
      },
      identity: {
        why: { vi: 'Họ tên, ngày sinh chưa khớp dữ liệu dân cư.', en: 'Name and birth do not agree with the population database yet.' },
        next: {
          vi: 'Xem mục “Nhân thân”; nếu giấy tờ đã đổi, báo cơ quan gửi lại kèm bản mới.',
          en: 'See “Identity”; if your papers have changed, ask your agency to send it in again with them.',
        },
      },
      portrait: {
        why: { vi: 'Hồ sơ chưa có ảnh chân dung.', en: 'The record has no portrait.' },
        next: {
          vi: 'Gửi ảnh 3×4 hoặc 4×6 cho cơ quan; ảnh được xác nhận xong là có thẻ.',
          en: 'Give a 3×4 or 4×6 portrait to your agency; once it is confirmed there is a card.',
        },
      },
      name: {
        why: { vi: 'Hồ sơ chưa có họ tên.', en: 'The record has no name.' },
        next: { vi: 'Báo cơ quan gửi mục “Nhân thân”.', en: 'Ask your agency to send in “Identity”.' },
      },
      position: {
        why: { vi: 'Hồ sơ chưa ghi chức vụ hoặc vị trí việc làm.', en: 'The record names no post and no job position.' },
        next: {
          vi: 'Báo cơ quan gửi mục “Vị trí việc làm, chức vụ hiện tại”.',
          en: 'Ask your agency to send in “Job position and present post”.',
        },
      },
      body: {
        why: { vi: 'Cơ quan ghi trong hồ sơ không có trong danh mục hôm nay.', en: 'The agency in your record is not in today’s list.' },
        next: {
          vi: 'Báo cơ quan sửa mục “Quản lý hồ sơ”, thường là sau khi sáp nhập.',
          en: 'Ask your agency to correct “Record and staff identity”; this is common after a merger.',
        },
      },
      kind: {
        why: { vi: 'Loại đối tượng trong hồ sơ không thuộc diện cấp thẻ.', en: 'Your kind of employment is not one that gets a card.' },
        next: { vi: 'Báo cơ quan kiểm tra mục “Quản lý hồ sơ”.', en: 'Ask your agency to check “Record and staff identity”.' },
      },
    },
    data: { vi: 'Dữ liệu của tôi', en: 'My data' },
    dataLead: {
      vi: 'Tải toàn bộ những gì CSDL ghi về anh/chị, kèm nguồn và người xác nhận.',
      en: 'All that the register says of you, with sources and who confirmed it.',
    },
    'data-pdf': { vi: 'Bản để đọc (PDF)', en: 'To read (PDF)' },
    'data-pdf-what': {
      vi: 'Theo thứ tự sơ yếu lý lịch mẫu 2C. Không phải giấy tờ chính thức, không thay bản có dấu.',
      en: 'In the order of form 2C. Not an official document, and no substitute for one with a seal.',
    },
    'data-pdf-get': { vi: 'Tải PDF', en: 'Get the PDF' },
    'data-json': { vi: 'Bản cho máy đọc (JSON)', en: 'For machines (JSON)' },
    'data-json-what': {
      vi: 'Đủ mọi trường, nguồn và thời điểm xác nhận, để lưu hoặc đưa sang phần mềm khác.',
      en: 'Every field with its source and confirmation, to keep or to take to other software.',
    },
    'data-json-get': { vi: 'Tải JSON', en: 'Get the JSON' },
    dataCare: { vi: 'Giữ tệp cẩn thận', en: 'Keep the file well' },
    dataCareWhat: {
      vi: 'Trong tệp có số định danh và thông tin gia đình. Không gửi qua mạng xã hội, không để ở máy dùng chung.',
      en: 'It holds your citizen number and family details. Do not send it by social media or leave it on a shared computer.',
    },
    notRegistered: { vi: 'Chưa có hồ sơ nào của anh/chị trong CSDL', en: 'There is no record of yours in the register yet' },
    notRegisteredNext: {
      vi: 'Hỏi bộ phận tổ chức cán bộ của cơ quan xem hồ sơ đã được gửi và xác nhận chưa. Khi hồ sơ đã cập nhật vào CSDL, trang này tự có.',
      en: 'Ask your agency’s personnel unit whether it was sent in and confirmed. Once it is registered, this page shows it.',
    },
  },
} satisfies WordTree;
