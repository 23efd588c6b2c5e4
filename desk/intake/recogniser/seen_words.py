"""Tables of words: who and what a picture shows, what is done on it, and words of a story that it cannot show."""

from __future__ import annotations

import re

from desk.intake.recogniser.phrases import one_of, words_of

SCENE = re.compile(
    one_of(
        "quang cảnh, toàn cảnh, phần thi, tiểu phẩm, hoạt cảnh, đồng diễn, màn đồng diễn, "
        "phần trình diễn, khung cảnh, cảnh, một góc, hình ảnh, khung hình, không khí, diện mạo, "
        "phối cảnh, điểm cầu, chợ phiên, mâm cơm, nghi lễ, nghi thức, "
        "tiết mục, màn, trận, bữa cơm, chuyến xe, gian hàng, lễ cắt băng"
    )
    + r"\b.*"
)
NO_SCENE = re.compile(r"(?:cảnh (?:giác|sát|báo|cáo|ngộ|tỉnh)|trận (?:mưa|bão|lũ|lụt)|màn (?:đêm|sương))\b")
WHO = words_of(
    "đồng chí, đ/c, các đồng chí, ông, bà, anh, chị, em, thầy, cô, đại tá, thượng tá, trung tá, thiếu tá, "
    "đại diện, đại biểu, các đại biểu, lãnh đạo, "
    "tập thể, tân binh, cán bộ, chiến sĩ, bộ đội, công an, dân quân, lực lượng, người dân, bà con, nhân dân, "
    "hội viên, đoàn viên, đảng viên, thanh niên, "
    "phụ nữ, nông dân, công nhân, học sinh, học viên, sinh viên, giáo viên, bác sĩ, y tế, cựu chiến binh, "
    "ban, đoàn, đội, tổ, chủ tịch, phó, bí thư, "
    "trưởng, giám đốc, thường trực, thí sinh, viên, nghệ nhân, diễn viên, già làng, trưởng bản, hộ, "
    "gia đình, các, tuổi trẻ, du khách, khách, xe, mô hình, "
    "cây cầu, con đường, ngôi nhà, vườn, đồi, ruộng, cánh đồng, sản phẩm, khu, tuyến đường, trường, "
    "điểm trường, nhà văn hóa, trao, nhóm, cử tri, đông đảo, ngư dân, tác giả, nghệ sĩ, ca sĩ, "
    "chi hội, chi đoàn, chi bộ, đảng bộ, liên đội, "
    "thiếu tướng, trung tướng, thượng tướng, đại tướng, đại úy, thượng úy, trung úy, thiếu úy, "
    "thượng tọa, hòa thượng, linh mục, hàng nghìn, hàng trăm, hàng chục, hàng vạn, "
    "vợ chồng, thiếu nhi, cháu, phật tử, hành khách, khán giả"
)
WHO_FIRST = words_of(  # who is seen, where the line begins with them
    "quân y, y sĩ, y bác sĩ, thầy thuốc, cảnh sát, hải quân, dân làng, dân bản, người, thứ trưởng, "
    "bộ trưởng, tổng, chánh, quyền, nguyên, "
    "hiệu trưởng, hiệu phó, đội trưởng, trạm trưởng, trưởng ban, trưởng phòng, trưởng thôn, "
    "trưởng đoàn, chính ủy, "
    "chính trị viên, chỉ huy trưởng, ủy viên, uỷ viên, thư ký, luật sư, kỹ sư, kỹ thuật viên, "
    "nhà báo, nhà văn, "
    "nhà khoa học, chuyên gia, tiến sĩ, thạc sĩ, giáo sư, cha xứ, sư thầy, chức sắc, "
    "người có uy tín, tiểu thương, "
    "doanh nghiệp, doanh nhân, nhà tài trợ, mạnh thường quân, vận động viên, huấn luyện viên, "
    "cầu thủ, trọng tài, "
    "ban tổ chức, ban giám khảo, hội đồng, phóng viên, biên tập viên, báo cáo viên, tuyên truyền viên, "
    "hướng dẫn viên, "
    "tình nguyện viên, điều dưỡng, hộ lý, bệnh nhân, người bệnh, phụ huynh, cô và trò, thầy và trò, thầy trò, "
    "cụ, bác, chú, dì, già, trẻ em, em bé, các em, hai, ba, những, nhiều, đông, kiểm lâm, hải quan, "
    "biên phòng, "
    "thủy thủ, thuyền viên, ngư dân, diêm dân, thợ, lao động, người lao động, thương binh, bệnh binh, mẹ, "
    "bà mẹ việt nam anh hùng, thân nhân, ca đoàn, dàn nhạc, đội văn nghệ, câu lạc bộ, cô gái, "
    "chàng trai, nam, nữ"
)
ACTIONS = (
    "phát biểu, trao, tặng, chụp, tham quan, chủ trì, điều hành, kiểm tra, thăm, dâng, thực hiện, "
    "biểu quyết, thảo luận, trình bày, quán triệt, "
    "giải đáp, tiếp xúc, dự, tham gia, tham dự, nhận, chúc mừng, động viên, tiếp, đón, làm việc, ký kết, "
    "ra quân, hướng dẫn, trồng, vệ sinh, dọn dẹp, "
    "dọn, chăm sóc, biểu diễn, lưu niệm, khai mạc, bế mạc, chỉ đạo, tuyên truyền, cắt băng, khởi công, "
    "khánh thành, vận động, khám, cấp, phát, giới thiệu, "
    "ra mắt, giúp, thắp, dựng, cúng, giã, thi, đọc, phân loại, chia, thu hoạch, thu mua, chăm, học, hái, "
    "tuần tra, hát, múa, thu gom, sửa chữa, làm, "
    "đổ bê tông, lợp, vận chuyển, bỏ phiếu, ký cam kết, tập huấn, luyện tập, chia sẻ, nghe, xem, gặp gỡ, "
    "trò chuyện, kết nạp, tuyên thệ, hỗ trợ, vào bản, "
    "lên đường, sản xuất, thi đấu, xếp đá, giữ đất, đan, nuôi, cắt, đào, khoan, gùi, vác, vớt, bón, quét, "
    "đóng hộp, "
    "đóng điện, gửi, sửa, gói, bơm, cho, đón tết, trao đổi, tìm hiểu, ký, treo, cấy, gặt, chế biến, dệt, "
    "may, thêu, phun, tiêm, phát loa, đi tuần, tuần tra, nghiêng mình, mặc niệm, dâng hương, cúi đầu, viếng, "
    "khen thưởng, biểu dương, tuyên dương, vinh danh, khảo sát, thị sát, kiểm đếm, đo đạc, cắm mốc, bàn giao, "
    "nghiệm thu, niêm yết, phổ biến, tư vấn, đối thoại, giải thích, giải quyết, trả lời, chất vấn, "
    "báo cáo tại, "
    "báo cáo với, báo cáo kết quả, thuyết trình, tham luận, kết luận, bế giảng, khai giảng, đánh trống, "
    "gióng trống, "
    "diễu hành, diễu binh, duyệt đội ngũ, chào cờ, thượng cờ, ngồi, đứng, xếp hàng, vẫy, chia tay, "
    "bắt tay, ôm, "
    "nấu, chế biến, phơi, sấy, đóng gói, dán, chở, bốc, khuân, di dời, "
    "gia cố, đắp, tháo, dỡ, xây, quét vôi, lắp, lắp đặt, kéo điện, hàn, đục, "
    "gieo, tỉa, tưới, làm cỏ, cày, hái, chặt, khai thác, đánh bắt, kéo lưới, thả lưới, thả cá, vá lưới, "
    "cho ăn, vắt sữa, chăn, chăn thả, bảo vệ, canh gác, chữa cháy, dập lửa, cứu hộ, cứu nạn, tìm kiếm, sơ tán, "
    "điều tiết, phân luồng, dắt, rước, khiêng, giơ, ghi chép, ghi âm, "
    "phỏng vấn, tác nghiệp, vẽ, nặn, nhảy, nhảy sạp, múa xòe, đánh cồng chiêng, thổi khèn, kéo co, đẩy gậy, "
    "bắn nỏ, ném còn, tranh tài, tranh bóng, thực hành, thao tác, vận hành, điều khiển, đăng ký, làm thủ tục, "
    "tra cứu, quét mã, cài đặt, lấy mẫu, xét nghiệm, đo huyết áp, siêu âm, phẫu thuật, hiến máu, chăm chút, "
    "trưng bày, trang trí, trang hoàng, chuẩn bị, cổ vũ, chung vui, chúc tết, chúc thọ, mừng thọ, "
    "thăm hỏi, tiễn, "
    "giao nhận, nhận quà, nhận bằng, nhận cờ, trao cờ, phát động, hưởng ứng, tổng vệ sinh, dọn vệ sinh, "
    "tặng hoa, tặng quà, ký biên bản, ký giao ước, ấn nút, bấm nút, kéo băng, động thổ, sinh hoạt, hội ý, "
    "ôn lại, khắc phục, dầm mình, băng rừng, vượt lũ, lội bùn, múc, thả, phát quang, chặn, gác, hướng về, "
    "nạo vét, khơi thông, túc trực, khấn, rót, đốt lửa, sưởi, đánh chiêng, đánh cồng, đánh trống, "
    "truyền dạy, khởi động, "
    "chèo thuyền, bưng, mài, rèn, khắc, tạc, đúc, phun thuốc, thu dọn, san lấp, đổ đất, rang, xay, "
    "nhặt, bóc, chưng cất, "
    "bế, cõng, địu, nắm tay, ngắm, chụp ảnh, quay phim, livestream, lắp ráp, khai báo, "
    "dự họp, theo dõi, lắng nghe, rà soát, kiểm soát, kiểm kê, thẩm định, giám sát"
)
THING = words_of(  # what is seen without anybody, or with them at it
    "đại hội, nụ cười, đôi tay, bàn tay, khuôn mặt, hải đăng, ngọn, tàu, thuyền, xuồng, ghe, bè, "
    "máy, bếp, tấm, dòng, "
    "lớp học, lớp, tiết học, giờ học, buổi học, ngôi nhà, căn nhà, nhà, ngôi trường, con đường, đoạn đường, "
    "tuyến đường, "
    "đường, cây cầu, cầu, công trình, công trường, dây chuyền, xưởng, nhà máy, trạm, bến, cảng, chợ, "
    "gian hàng, "
    "gian trưng bày, vườn, ruộng, cánh đồng, đồi, nương, rừng, ao, hồ, đập, kênh, mương, bờ kè, "
    "tuyến đê, làng, "
    "bản, "
    "khu dân cư, khu tái định cư, khu, điểm trường, điểm, phòng học, phòng, thư viện, tủ sách, "
    "nhà văn hóa, sân, "
    "mô hình, sản phẩm, đàn, trang trại, lán, mâm, món, tiết mục, màn, phần thi, trận đấu, trận, "
    "giờ, buổi, phiên, "
    "lễ ký kết, lễ trao, lễ khởi công, lễ khánh thành, lễ ra mắt, lễ đón, lễ bàn giao, trụ sở, một, hàng, bộ, "
    "đêm, tượng đài, đài tưởng niệm, nghĩa trang, bia, di tích, đình, đền, chùa, lễ hội, những, chiếc, bức, "
    "con, cây"
)
HAPPENS = words_of(  # a sentence, not a name of what is seen
    "là, có, rất, đều, cũng, càng, lại, giúp, cho, khiến, làm, trở thành, trở nên, mang lại, tạo, bắt đầu, "
    "kết thúc, "
    "diễn ra, kéo dài, thu hút, hoàn thành, tăng, giảm, chiếm, bị, thuộc, nằm, dài, rộng, cao, hơn, "
    "từng, luôn, "
    "đang, thường, mới, đến, cùng, chưa, hiệu quả, tốt, đẹp, khó khăn, khang trang, đổi thay"
)
SEEN_WHERE = words_of("của, tại, ở, trên, bên, giữa, do, cho")
ACTS = words_of(ACTIONS)
DOES = words_of(ACTIONS + ", trên, bên, tại, trong trang phục, giữa, của, ở, lên")
NO_DEED = words_of(
    "các cấp, mọi cấp, cấp tỉnh, cấp huyện, cấp xã, trung cấp, cao cấp, sơ cấp, dự thảo, dự án, dự toán, "
    "dự báo, dự kiến, học sinh, học viên, thi đua, nhận thức, cấp ủy, cấp trên"
)
TELLS = words_of(  # what a picture does not show
    "chúng tôi, tôi, sẽ, đã, vừa, được, yêu cầu, đề nghị, cho biết, cho hay, nói, nhấn mạnh, nhằm, "
    "để, với chủ đề, hiện nay, "
    "phấn đấu, từ nay, ngay sau, không có, góp phần, đạt, "
    "suốt đêm, suốt ngày, ngày đêm, hằng ngày, hàng ngày, thâu đêm, liên tục, kịp thời, đồng loạt, "
    "hiện nay, lâu nay, "
    "vẫn, còn, nên, nêu, không, dự kiến, trước ngày, theo, báo cáo, phải, kể lại, trải qua, giao, "
    "mong, bày tỏ, "
    "cảm ơn, "
    "lưu ý, chỉ rõ, phấn khởi, phấn chấn, tự nguyện, tinh thần, ghi nhận, cam kết, tâm sự, cho rằng, ai cũng, "
    "nhớ, theo số, "
    "được hướng dẫn, vì, nhưng, mà, nếu, mỗi, thì, cần, nhờ, đến nay, quyết định, thống nhất, khẳng định"
)
STORY = re.compile(
    one_of(
        "sáng, chiều, tối, trưa, ngày, trong, tại, cũng, cùng, sau, theo, bên cạnh, dịp này, nhân dịp, "
        "kết thúc, kết luận, phát biểu, vừa qua, mới đây, "
        "qua, với, để, nhằm, đồng thời, ngoài ra, tiếp đó, trước đó, hiện, đến, năm, hội nghị, buổi lễ, "
        "buổi, do, vì, ngay, tuy, đặc biệt, được biết, thực hiện, "
        "đây là, khi, từ, nhờ, mỗi, bên, có, không, nhiều, hơn, gần, khoảng, kết quả, thay mặt"
    )
    + r"\b"
)
PURPOSE = words_of("để, sẽ, nhằm, cần, phải, không, đừng, hãy, vì sao, thế nào")
SUBHEAD = re.compile(  # what cannot be photographed
    one_of(
        "vai trò, kết quả, công tác, giải pháp, bài học, kinh nghiệm, nhiệm vụ, mục tiêu, ý nghĩa, "
        "thực trạng, nguyên nhân, trách nhiệm, tác động, hiệu quả, nâng cao, "
        "phát huy, tăng cường, đổi mới, đẩy mạnh, sức mạnh, niềm tin, chất lượng, yêu cầu, quan điểm, "
        "phương hướng, hạn chế, khó khăn, thuận lợi, nội dung, tình hình, coi trọng, chú trọng, gắn với, "
        "tập trung, lan tỏa, lan toả, khơi dậy, hướng tới, hướng về, chủ động, quyết tâm, phấn đấu"
    )
    + r"\b"
)
IN_PICTURE = re.compile(
    one_of(
        "bên phải, bên trái, từ trái sang, từ phải sang, trong ảnh, ảnh, hình, ngoài cùng, "
        "đứng giữa, ngồi giữa, "
        "ở giữa, hàng đầu, hàng trước, hàng sau, hàng trên, hàng dưới, thứ nhất, thứ hai, thứ ba, người đứng"
    )
    + r"\b"
)
NO_HAPPENING = re.compile(
    r"(?:đào|sáng|cải|chế|tái|cấu) tạo|(?:nông thôn|năm|nhà|trường|cầu|đường|mùa|lúa|sách|tân|đổi|cơm|vụ) mới"
    r"|làm (?:đường|nhà|muối|bánh|cỏ|đất|quen|thủ tục|nghề|việc|lễ|đồ|mâm|nương|ruộng|cầu|đèn|cốm|giấy|gốm)"
    r"|cho (?!biết|thấy|hay|rằng|nên|phép|đến)|làm (?!cho|nên|thay|giảm|tăng)|cho (?:các|người|học|hộ|bà con"
    r"|trẻ|em|cháu|gia đình|dân|nhân|đoàn|hội|cá|trâu|bò|lợn|gà|đại|cán|khách|thiếu|con)"
    r"|(?:lớp|trường|trẻ|mẫu) (?:mới|lớn)|cùng (?:các|dân|bà con|người|nhân dân|học|thầy|cô|gia đình|em|con)"
    r"|(?:đi|về|lên|xuống|ra|vào|trở) lại|đường (?:dài|rộng|cao)|cao (?:su|nguyên|nguyên đá|đẳng|tuổi)"
    r"|thuộc (?:xã|huyện|bản|thôn)"
    r"|đến (?:trường|lớp|nhà|từng|thăm|bản|thôn|hộ)"
)
NUMBERED = re.compile(  # names and days with a number: no counting
    r"(?:ngày|đêm|sáng|chiều|tối|trưa|hôm)\s+\d{1,2}[/-]\d{1,2}"
    r"|(?:thôn|bản|ấp|xóm|tổ|khu|khu phố|khóm|số|tiểu đoàn|trung đoàn|đại đội|đội|quận|phường|lớp|khối|bậc|cụm"
    r"|đường|quốc lộ"
    r"|tỉnh lộ|năm|km|trạm|điểm|hẻm|ngõ|nhà|tuyến|lô|cột mốc|mốc|chốt|tầng|phòng|khóa|kỳ|lần thứ"
    r"|thứ)\s*\d[\d./]*[a-z]?\b",
    re.IGNORECASE,
)
NOMINAL = words_of(
    "của, tại, ở, trên, bên, giữa, dưới, trong, sau, trước, bằng, với, quanh, ngoài, trước giờ"
)
PREDICATE = words_of("có, là, khiến, giúp, trở thành, trở nên, luôn, thường, không chỉ, cũng")
BODY = re.compile(  # who decides and is not seen
    one_of(
        "các cấp, các ngành, các phòng, các ban, các sở, các trường, các xã, các hội, các cơ quan, "
        "các đơn vị, các địa phương, "
        "huyện, tỉnh, xã, phường, thành phố, thị xã, thị trấn, quận, ubnd, hđnd, ủy ban, uỷ ban, sở, "
        "phòng, ban, bộ, "
        "chính phủ, nhà trường, trường, trạm, hội, chi cục, cục, công ty, hợp tác xã, doanh nghiệp, "
        "đảng ủy, chi bộ, "
        "ngành, đơn vị, địa phương, chính quyền, cơ quan, quỹ, dự án, chương trình, kinh phí, nguồn, "
        "giá, thời gian"
    )
    + r"\b"
)
POINTS_BACK = re.compile(  # what was told of before
    one_of(
        "việc, điều, đó, đây, nhưng, thế, rồi, họ, nó, người này, anh, chị, ông, bà, cô, cả hai, thứ, cái, cách"
    )
    + r"\b"
)
ABSTRACT = re.compile(  # what no camera sees, though it begins like what it does
    one_of(
        "các vụ, các hoạt động, các nội dung, các giải pháp, các chỉ tiêu, các chính sách, "
        "các thủ tục, các quy định, các ý kiến, các tiêu chí, các dự án, những khó khăn, "
        "những kết quả, những năm, những việc, những điều, một số, một trong, một là, hai là, ba là, ban đầu, "
        "hai năm, ba năm, mô hình này, cách làm, việc, sản phẩm này, khu vực này, đường dây, "
        "bộ luật, phòng chống, điểm mới, "
        "chú ý, chú trọng, bác bỏ, cô đọng, hai bên, ba không, già hóa, đông y, em là, nam giới, nữ giới, "
        "điểm nhấn, điểm nổi bật, phiên bản, bản thân, giờ đây, giờ này, trường hợp, nhà nước, "
        "nhà trường, nhà thầu"
    )
    + r"\b"
)
NO_TELLING = re.compile(
    r"không (?:người|đồng|khí|gian|quân|tên)|rượu cần|theo (?:chân|mẹ|cha|bà|đoàn|sau|bố|đò|tàu)|(?:trước khi"
    r"|chờ|để) giao|giao (?:cho khách|hàng|sách|báo|xe|nhà)|"
    r"tưởng nhớ|nhớ ơn|báo cáo viên|(?:nghe|đọc|trình bày) báo cáo|báo cáo (?:tại|với|kết quả)|nói chuyện|theo dõi|"
    r"đạt (?:giải|danh hiệu|thành tích|chuẩn)|còn nhỏ|cần (?:kiệm|cù)|cần câu|ném còn|nên người|nêu ý kiến|"
    r"(?:ký|bản) cam kết|giao (?:lưu|nhận|thông|dịch|ước|ban|quân|thừa|hữu)|"
    r"được (?:tuyên dương|khen thưởng|vinh danh|tôn vinh|trao|tặng)|"
    r"đã (?:ngã xuống|hy sinh|hi sinh|khuất|mất|(?:anh dũng |mãi mãi )?(?:hy sinh|nằm lại|ra đi))"
)
SITE_VERB = re.compile(  # heads of parts and buttons begin so: a picture of it says where
    one_of(
        "học, xem, nghe, đọc, gửi, chia sẻ, nhận, cho, làm, nuôi, thực hiện, tham gia, hướng dẫn, "
        "hỗ trợ, giúp, "
        "tìm hiểu, trao đổi, giới thiệu, tuyên truyền, vận động, chỉ đạo, chăm sóc, sửa, xếp đá, giữ đất, gói, "
        "thắp sáng, trồng, chăm lo, tiếp, tập huấn, đón, phát, chia, cấp, kết nạp, sản xuất"
    )
    + r"\b"
)
PLACE = words_of("tại, ở, trên, bên, giữa, dưới")
PRAISE = words_of(
    "làm kinh tế giỏi, thoát nghèo, làm giàu, vươn lên, đi trước, vào cuộc, khởi nghiệp, nêu gương, chung sức, "
    "đồng lòng, phát triển kinh tế"
)
