/** Every word of the door `/kiem-tra` but those of the verdicts (`standard/card/verdict-words.ts`), both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  page: {
    title: { vi: 'Kiểm tra thẻ – Công Vụ', en: 'Check a card – Công Vụ' },
    name: { vi: 'Kiểm tra thẻ', en: 'Check a card' },
    demo: { vi: 'BẢN TRÌNH DIỄN – không phải hệ thống chính thức', en: 'DEMONSTRATION – not an official system' },
    other: { vi: 'English', en: 'Tiếng Việt' },
    otherLabel: { vi: 'Switch to English', en: 'Chuyển sang tiếng Việt' },
    skip: { vi: 'Chuyển đến nội dung chính', en: 'Skip to content' },
  },
  home: {
    heading: { vi: 'Kiểm tra thẻ cán bộ, công chức, viên chức', en: 'Check the card of a public official' },
    lead: {
      vi: 'Đừng tin màn hình của khách, hãy quét. Máy này tự kiểm tra; không gửi gì về thẻ hay người giữ thẻ đi đâu.',
      en: 'Do not trust the visitor’s screen: scan. This device checks by itself; nothing about the card or its holder is sent anywhere.',
    },
    go: { vi: 'Kiểm tra thẻ', en: 'Check a card' },
    goCamera: { vi: 'Mở camera, đưa mã QR vào khung', en: 'Open the camera, hold the QR code into the frame' },
    goPicture: { vi: 'Chụp hoặc chọn ảnh mã QR', en: 'Take or choose a picture of the QR code' },
    otherWays: { vi: 'Cách khác', en: 'Other ways' },
    pick: { vi: 'Chọn ảnh hoặc tệp', en: 'Choose a picture or file' },
    pickHint: {
      vi: 'Ảnh mã QR hoặc tệp từ ví; cũng có thể kéo thả hay dán (Ctrl+V) vào trang.',
      en: 'A picture of the QR code, or a file from the wallet; you can also drop or paste (Ctrl+V) it on the page.',
    },
    dropHere: { vi: 'Thả vào đây', en: 'Drop it here' },
    text: { vi: 'Nội dung mã', en: 'Text of the code' },
    textHint: {
      vi: 'Dán dòng chữ “VN1:…”, “VN2:…” hoặc bản xuất trình trả lời cụm từ ở trên. Máy quét cầm tay gõ thẳng vào ô này được.',
      en: 'Paste the text “VN1:…”, “VN2:…” or a presentation that answers the phrase above. A hand-held scanner can type into this field.',
    },
    check: { vi: 'Kiểm tra nội dung', en: 'Check this text' },
    textEmpty: {
      vi: 'Chưa có nội dung nào. Hãy dán nội dung mã vào ô rồi bấm lại.',
      en: 'There is no text yet. Paste the text of the code, then press again.',
    },
    order: { vi: 'Hướng dẫn cho nhân viên bảo vệ (in được)', en: 'Instructions for guards (for print)' },
    privacy: { vi: 'Trang này làm gì với thẻ?', en: 'What does this page do with a card?' },
    privacyText: {
      vi: 'Chữ ký và trạng thái được kiểm tra ngay trên máy này, theo danh sách tải về cho mọi thẻ. Tên, ảnh, số thẻ không rời khỏi máy và bị xóa sau 60 giây. Trong vài phút máy chỉ nhớ dấu vết (băm) của mã đã kiểm tra, chung cho mọi tab, để nhận ra mã bị chụp lại.',
      en: 'Signature and status are checked on this device, by lists fetched for all cards. Name, portrait and number never leave the device and are erased after 60 seconds. For some minutes it only remembers a trace (hash) of each code, for all tabs together, to tell one that was photographed.',
    },
  },
  phrase: {
    heading: { vi: 'Cụm từ của cửa', en: 'Phrase of this door' },
    hint: {
      vi: 'Khi khách gửi bản xuất trình dạng chữ: đọc cụm từ này để khách nhập vào ví trước. Cụm từ đổi sau mỗi lần kiểm tra; bản không trả lời cụm từ không bao giờ có kết luận xanh.',
      en: 'When a visitor presents by text: read this phrase, which they type into the wallet first. It changes after each check; a presentation that does not answer it is never green.',
    },
    showQr: { vi: 'Hiện mã QR của cụm từ', en: 'Show the phrase as a QR code' },
    hideQr: { vi: 'Ẩn mã QR', en: 'Hide the QR code' },
    qr: { vi: 'Mã QR của cụm từ, để ví của khách quét', en: 'QR code of the phrase, for the visitor’s wallet to scan' },
  },
  ask: {
    open: { vi: 'Cho khách quét mã của cửa', en: 'Let the visitor scan this door' },
    openHow: {
      vi: 'Điện thoại của khách gửi thẻ có ảnh tới máy này (cần mạng)',
      en: 'Their phone sends the card with its portrait to this device (online)',
    },
    heading: { vi: 'Khách quét mã này bằng ví', en: 'The visitor scans this with the wallet' },
    how: {
      vi: 'Ví cho khách thấy tên cửa và từng mục được hỏi trước khi đồng ý. Mã dùng một lần, trong hai phút.',
      en: 'The wallet shows the name of this door and each item asked before they agree. Good once, for two minutes.',
    },
    begins: { vi: 'Đang tạo mã…', en: 'Making the code…' },
    waits: {
      vi: 'Đang chờ khách đồng ý. Khách thấy tên cửa: “{{door}}”.',
      en: 'Waiting for the visitor to agree. They see this door as “{{door}}”.',
    },
    qr: { vi: 'Mã QR để ví của khách quét', en: 'QR code for the visitor’s wallet to scan' },
    linkText: { vi: 'Nội dung mã', en: 'Text of the code' },
    name: { vi: 'Tên cửa', en: 'Name of this door' },
    nameWhy: {
      vi: 'Khách thấy tên này trên ví trước khi đồng ý. Đặt tên dễ nhận ra, ví dụ “Cổng chính UBND phường”. Tên chỉ lưu trên máy này.',
      en: 'The visitor sees this name before agreeing. Choose one that they recognise, such as “Main gate, ward office”. It is kept on this device only.',
    },
    nameEmpty: { vi: 'Chưa có tên cửa. Hãy nhập tên rồi bấm lại.', en: 'There is no name yet. Type one, then press again.' },
    show: { vi: 'Hiện mã cho khách quét', en: 'Show the code to the visitor' },
    rename: { vi: 'Đổi tên cửa', en: 'Change the name' },
    again: { vi: 'Hỏi lại bằng mã mới', en: 'Ask again with a new code' },
    stop: { vi: 'Thôi hỏi', en: 'Stop asking' },
    home: { vi: 'Về trang đầu', en: 'Back to the start' },
    ends: {
      refused: {
        word: { vi: 'Khách từ chối', en: 'The visitor declined' },
        next: {
          vi: 'Khách chưa đồng ý chia sẻ; đó là quyền của họ. Dùng cách khác theo quy định của cơ quan.',
          en: 'They did not agree to share, which is their right. Use another way, as your agency rules.',
        },
      },
      failed: {
        word: { vi: 'Ví không trả lời được', en: 'The wallet could not answer' },
        next: {
          vi: 'Ví của khách không có thẻ phù hợp hoặc không hiểu câu hỏi. Hỏi lại, hoặc mời khách mở mã dùng một lần trong ví.',
          en: 'The wallet has no such card, or does not understand the question. Ask again, or use the one-time code of the wallet.',
        },
      },
      over: {
        word: { vi: 'Hết giờ chờ', en: 'Nobody answered in time' },
        next: {
          vi: 'Mã đã hết hạn mà chưa có trả lời. Hỏi lại bằng mã mới.',
          en: 'The code ran out without an answer. Ask again with a new one.',
        },
      },
      unreadable: {
        word: { vi: 'Trả lời không khớp câu hỏi', en: 'The answer does not fit the question' },
        next: {
          vi: 'Có trả lời nhưng không phải cho câu hỏi này; có thể người khác đã gửi. Không kết luận gì về khách; hỏi lại bằng mã mới.',
          en: 'Something came that answers no question of this page; somebody else may have sent it. It says nothing about the visitor: ask again with a new code.',
        },
      },
      away: {
        word: { vi: 'Không có mạng', en: 'No network' },
        next: {
          vi: 'Không tới được máy chủ. Mời khách mở mã dùng một lần trong ví rồi quét: cách đó không cần mạng.',
          en: 'The server could not be reached. Scan the one-time code of the wallet instead: it needs no network.',
        },
      },
      busy: {
        word: { vi: 'Máy chủ chưa nhận câu hỏi', en: 'The server takes no question now' },
        next: {
          vi: 'Thử lại sau ít giây, hoặc mời khách mở mã dùng một lần trong ví rồi quét.',
          en: 'Try again in some seconds, or scan the one-time code of the wallet.',
        },
      },
      insecure: {
        word: { vi: 'Trang đang mở qua http', en: 'This page is open over http' },
        next: {
          vi: 'Trình duyệt không tạo được khóa ở địa chỉ này. Mở trang bằng https, hoặc mời khách mở mã dùng một lần trong ví rồi chụp ảnh mã.',
          en: 'The browser can make no keys here. Open the page by https, or take a picture of the one-time code of the wallet.',
        },
      },
    },
  },
  camera: {
    heading: { vi: 'Đưa mã QR vào khung', en: 'Hold the QR code into the frame' },
    starting: { vi: 'Đang mở camera…', en: 'Opening the camera…' },
    looking: {
      vi: 'Đang tìm mã. Giữ điện thoại của khách cách camera 15–25 cm, tránh lóa.',
      en: 'Looking for a code. Hold the visitor’s phone 15–25 cm away, without glare.',
    },
    preview: { vi: 'Hình từ camera của máy này', en: 'Picture of this device’s camera' },
    stop: { vi: 'Hủy bỏ', en: 'Stop' },
    insecure: {
      vi: 'Trang đang mở qua http nên trình duyệt không cho dùng camera. Hãy chụp hoặc chọn ảnh mã QR, dán nội dung mã, hoặc mở trang bằng địa chỉ https.',
      en: 'This page is open over http, where browsers allow no camera. Take or choose a picture of the QR code, paste its text, or open the page by https.',
    },
    none: {
      vi: 'Máy này không có camera. Hãy chọn ảnh mã QR hoặc dán nội dung mã.',
      en: 'This device has no camera. Choose a picture of the QR code or paste its text.',
    },
    refused: {
      vi: 'Camera chưa được phép dùng. Hãy cho phép camera trong cài đặt của trình duyệt, hoặc chọn ảnh mã QR.',
      en: 'The camera is not allowed. Allow it in the browser’s settings, or choose a picture of the QR code.',
    },
    busy: {
      vi: 'Camera đang được ứng dụng khác dùng. Hãy đóng ứng dụng đó rồi thử lại, hoặc chọn ảnh mã QR.',
      en: 'Another program uses the camera. Close it and try again, or choose a picture of the QR code.',
    },
    away: {
      vi: 'Chưa tải được bộ quét ảnh. Nối mạng rồi tải lại trang, hoặc dán nội dung mã.',
      en: 'The scanner could not be loaded. Connect and reload the page, or paste the text of the code.',
    },
  },
  picture: {
    nothing: {
      vi: 'Trong ảnh không có mã QR đọc được. Chụp lại gần hơn, đủ sáng, cả bốn góc mã.',
      en: 'There is no readable QR code in the picture. Take it again: nearer, bright, all four corners.',
    },
    unreadable: {
      vi: 'Không mở được ảnh này. Hãy chụp màn hình hoặc lưu lại thành PNG, JPEG rồi thử lại.',
      en: 'This picture cannot be opened. Take a screenshot or save it as PNG or JPEG, then try again.',
    },
  },
  data: {
    online: { vi: 'Trực tuyến', en: 'Online' },
    offline: { vi: 'Ngoại tuyến', en: 'Offline' },
    at: { vi: 'dữ liệu lúc {{time}} {{day}} ({{ago}})', en: 'data of {{time}} {{day}} ({{ago}})' },
    none: { vi: 'chưa có dữ liệu để kiểm tra trạng thái. Nối mạng để tải.', en: 'no data yet to check the status. Connect to fetch it.' },
    loading: { vi: 'Đang tải danh sách…', en: 'Fetching the lists…' },
    today: { vi: 'hôm nay', en: 'today' },
    yesterday: { vi: 'hôm qua', en: 'yesterday' },
    onDay: { vi: 'ngày {{day}}', en: 'on {{day}}' },
    now: { vi: 'vừa xong', en: 'just now' },
    minutes: { vi: '{{count}} phút trước', en: '{{count}} min ago' },
    hours: { vi: '{{count}} giờ trước', en: '{{count}} h ago' },
    days: { vi: '{{count}} ngày trước', en: '{{count}} days ago' },
    ageing: { vi: 'Dữ liệu đã hơn 4 giờ: nối mạng khi có thể.', en: 'The data is older than 4 hours: connect when you can.' },
    old: {
      vi: 'Dữ liệu đã hơn 24 giờ: không thẻ nào được kết luận còn hiệu lực.',
      en: 'The data is older than 24 hours: no card is called valid.',
    },
    serverClock: {
      vi: 'Giờ máy chủ không đúng: danh sách mới chưa được nhận. Không chỉnh giờ máy này; báo đơn vị vận hành.',
      en: "The server's clock is wrong: new lists are not taken. Leave the clock of this device alone; tell who operates the system.",
    },
    heading: { vi: 'Dữ liệu trên máy này', en: 'Data on this device' },
    version: { vi: 'Danh sách tin cậy', en: 'Trust list' },
    versionValue: { vi: 'số {{version}}, ký lúc {{time}} {{day}}', en: 'number {{version}}, signed {{time}} {{day}}' },
    lists: { vi: 'Danh sách trạng thái', en: 'Status lists' },
    listsValue: { vi: '{{count}} danh sách, cũ nhất ký lúc {{time}} {{day}}', en: '{{count}} lists, the oldest signed {{time}} {{day}}' },
    tried: { vi: 'Lần tải gần nhất', en: 'Last fetch' },
    anchor: { vi: 'Dấu khóa gốc đã ghim', en: 'Fingerprint of the pinned trust anchor' },
    clock: { vi: 'Đồng hồ máy này', en: 'Clock of this device' },
    clockRight: { vi: 'khớp với máy chủ (lệch {{seconds}} giây)', en: 'agrees with the server (off by {{seconds}} s)' },
    clockOff: {
      vi: 'lệch {{minutes}} phút so với máy chủ; hãy chỉnh giờ tự động',
      en: 'is off by {{minutes}} min from the server; set the time automatically',
    },
    clockUnknown: { vi: 'chưa so với máy chủ', en: 'not yet compared with the server' },
    nothing: { vi: 'chưa có', en: 'none yet' },
    refresh: { vi: 'Tải lại danh sách', en: 'Fetch the lists again' },
    forget: { vi: 'Xóa dữ liệu và ghim lại khóa gốc', en: 'Erase the data and pin the trust anchor anew' },
    forgetSure: {
      vi: 'Xóa danh sách và khóa gốc đã ghim trên máy này? Chỉ làm khi cơ quan quản lý đã báo đổi khóa gốc.',
      en: 'Erase the lists and the pinned trust anchor of this device? Only when the managing agency has announced a new anchor.',
    },
    notOffline: {
      vi: 'Trang đang mở qua http: không dùng được khi mất mạng. Mở bằng https để dùng ngoại tuyến.',
      en: 'The page is open over http: it does not work without network. Open it by https to use it offline.',
    },
    trouble: { vi: 'Lần tải gần nhất chưa trọn vẹn: {{why}}', en: 'The last fetch was not complete: {{why}}' },
    anchorChanged: {
      vi: 'Khóa gốc của máy chủ khác khóa đã ghim trên máy này. Danh sách mới không được nhận; danh sách cũ vẫn dùng theo tuổi của nó. Hỏi cơ quan quản lý trước khi ghim lại.',
      en: 'The server’s trust anchor is not the one pinned on this device. New lists are not taken; the old ones hold as long as their age allows. Ask the managing agency before pinning anew.',
    },
  },
  trouble: {
    network: { vi: 'không tới được máy chủ.', en: 'the server could not be reached.' },
    'server-clock': { vi: 'giờ máy chủ không đúng.', en: "the server's clock is wrong." },
    'anchor-changed': { vi: 'khóa gốc đã đổi.', en: 'the trust anchor has changed.' },
    'not-a-list': { vi: 'máy chủ trả lời một thứ không phải danh sách.', en: 'the server answered with something that is no list.' },
    'too-large': { vi: 'câu trả lời quá lớn.', en: 'the answer is too large.' },
    'wrong-kind': { vi: 'danh sách không đúng loại.', en: 'the list is of another kind.' },
    'wrong-algorithm': {
      vi: 'danh sách ký bằng thuật toán không được phép.',
      en: 'the list is signed by an algorithm that is not allowed.',
    },
    'unknown-key': { vi: 'danh sách do khóa lạ ký.', en: 'the list is signed by an unknown key.' },
    'bad-signature': { vi: 'chữ ký của danh sách không đúng.', en: 'the signature of the list does not hold.' },
    'wrong-subject': { vi: 'nhận nhầm danh sách khác.', en: 'another list came than the one asked for.' },
    'wrong-environment': { vi: 'danh sách thuộc môi trường khác.', en: 'the list is of another environment.' },
    expired: { vi: 'danh sách đã hết hạn.', en: 'the list has expired.' },
    'from-the-future': { vi: 'danh sách ghi thời gian ở tương lai.', en: 'the list says a time in the future.' },
    'older-than-seen': { vi: 'danh sách cũ hơn bản đang có.', en: 'the list is older than the one here.' },
  },
  verdict: {
    checking: { vi: 'Đang kiểm tra…', en: 'Checking…' },
    checkedAt: { vi: 'Kiểm tra lúc {{time}}.', en: 'Checked at {{time}}.' },
    statusAt: { vi: 'Trạng thái ký lúc {{time}} {{day}} ({{ago}}).', en: 'Status signed {{time}} {{day}} ({{ago}}).' },
    specimen: { vi: 'MẪU – không có giá trị', en: 'SPECIMEN – no value' },
    portrait: { vi: 'Ảnh chân dung trên thẻ', en: 'Portrait on the card' },
    enlarge: { vi: 'Phóng to ảnh để so', en: 'Enlarge the portrait to compare' },
    shrink: { vi: 'Thu nhỏ ảnh', en: 'Make the portrait smaller' },
    name: { vi: 'Họ và tên', en: 'Full name' },
    position: { vi: 'Chức vụ, vị trí', en: 'Position' },
    body: { vi: 'Cơ quan', en: 'Agency' },
    employment: { vi: 'Vị trí', en: 'Employment' },
    employments: {
      KIEM_NHIEM: { vi: 'Kiêm nhiệm', en: 'Concurrent post' },
      BIET_PHAI: { vi: 'Biệt phái', en: 'Secondment' },
    },
    unit: { vi: 'Đơn vị', en: 'Unit' },
    number: { vi: 'Số thẻ', en: 'Card number' },
    until: { vi: 'Có giá trị đến', en: 'Valid until' },
    right: { vi: 'Đúng người', en: 'Right person' },
    wrong: { vi: 'Không đúng người', en: 'Wrong person' },
    rightDone: { vi: 'Đã so ảnh: đúng người.', en: 'Portrait compared: the right person.' },
    clear: { vi: 'Xóa ngay', en: 'Erase now' },
    clearsIn: { vi: 'Tự xóa sau {{seconds}} giây', en: 'Erased in {{seconds}} seconds' },
    cleared: { vi: 'Đã xóa thông tin thẻ.', en: 'The card’s details are erased.' },
    ageingGreen: {
      vi: 'Dữ liệu đã {{hours}} giờ; thẻ có thể vừa bị thu hồi. Nối mạng khi có thể.',
      en: 'The data is {{hours}} hours old; the card may have been revoked since. Connect when you can.',
    },
  },
  wrongPerson: {
    word: { vi: 'Không đúng người', en: 'Wrong person' },
    line: {
      vi: 'Anh/chị đã ghi nhận ảnh trên thẻ không khớp với người trước mặt.',
      en: 'You noted that the portrait on the card is not the person before you.',
    },
    next: {
      vi: 'Giữ bình tĩnh, gọi an ninh. Không giữ điện thoại của khách.',
      en: 'Stay calm and call security. Do not keep the visitor’s phone.',
    },
  },
  order: {
    title: { vi: 'Hướng dẫn kiểm tra thẻ tại cổng – Công Vụ', en: 'How to check cards at the gate – Công Vụ' },
    heading: { vi: 'Kiểm tra thẻ cán bộ, công chức, viên chức tại cổng', en: 'Checking cards of public officials at the gate' },
    sample: {
      vi: 'Bản mẫu của phần mềm Công Vụ; không phải văn bản của cơ quan nào. Thủ trưởng cơ quan ký ban hành trước khi áp dụng.',
      en: 'Sample from the software Công Vụ; not a document of any authority. The head of the agency signs it before it applies.',
    },
    slogan: { vi: 'Đừng tin màn hình, hãy quét.', en: 'Do not trust the screen: scan.' },
    sloganWhy: {
      vi: 'Ảnh động, đồng hồ chạy, hình nổi trên điện thoại của khách đều làm giả được. Chỉ tin kết luận trên máy của anh/chị.',
      en: 'Animations, running clocks and holograms on a visitor’s phone can all be faked. Trust only the verdict on your own device.',
    },
    stepsHeading: { vi: 'Bốn bước', en: 'Four steps' },
    step1: {
      vi: 'Mở trang /kiem-tra của cơ quan từ dấu trang có sẵn (không theo đường dẫn hay mã QR của khách). Nhìn dòng trên cùng: dữ liệu phải dưới 4 giờ; quá 24 giờ thì kết nối mạng trước.',
      en: 'Open your agency’s page /kiem-tra from the bookmark (never by a link or QR code of the visitor). Look at the top line: data must be under 4 hours old; over 24 hours, connect first.',
    },
    step2: {
      vi: 'Có mạng: bấm “Cho khách quét mã của cửa”, khách quét bằng ví và đồng ý. Không có mạng: bấm “Kiểm tra thẻ” và quét mã trong ví của khách. Mã có hiệu lực 60 giây, dùng một lần. Khách gửi bằng chữ: đọc cụm từ của cửa trước.',
      en: 'Online: press “Let the visitor scan this door”; they scan with the wallet and agree. Offline: press “Check a card” and scan the code in their wallet. A code is valid for 60 seconds, once. By text: read the phrase of the door first.',
    },
    step3: {
      vi: 'Đọc kết luận. Nếu có ảnh: phóng to, so với người trước mặt, bấm “Đúng người” hoặc “Không đúng người”.',
      en: 'Read the verdict. Where there is a portrait: enlarge it, compare, press “Right person” or “Wrong person”.',
    },
    step4: {
      vi: 'Làm theo bảng dưới đây. Bấm “Xóa ngay” khi xong; trang cũng tự xóa sau 60 giây.',
      en: 'Do as the table says. Press “Erase now” when done; the page erases itself after 60 seconds.',
    },
    verdictsHeading: { vi: 'Kết luận và việc phải làm', en: 'Verdicts and what to do' },
    verdict: { vi: 'Kết luận', en: 'Verdict' },
    meaning: { vi: 'Nghĩa là', en: 'Means' },
    what: { vi: 'Việc phải làm', en: 'What to do' },
    accept: {
      vi: 'Thẻ điện tử CÒN HIỆU LỰC và đúng người: tiếp nhận khách theo nội quy của cơ quan.',
      en: 'An electronic card that is VALID and of the right person: receive the visitor as the rules of your agency say.',
    },
    courtesy: {
      vi: 'Không giữ điện thoại của khách, không chụp lại màn hình, không ghi số thẻ nếu sổ khách không yêu cầu.',
      en: 'Do not keep the visitor’s phone, do not photograph its screen, write down no number unless the visitors’ book asks for it.',
    },
    noPhone: {
      vi: 'Khách không có điện thoại: xem thẻ nhựa và giấy tờ có ảnh theo quy định của cơ quan.',
      en: 'A visitor without a phone: look at the plastic card and a document with a portrait, as your agency rules.',
    },
    caller: {
      vi: 'Cán bộ thật không bao giờ gửi đường dẫn để anh/chị xác minh họ.',
      en: 'A real official never sends you a link to verify them.',
    },
    back: { vi: 'Mở trang kiểm tra', en: 'Open the checking page' },
  },
} satisfies WordTree;
