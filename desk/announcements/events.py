"""Words by which a meeting's name is known, in folded text."""

from __future__ import annotations

import re

EVENT = re.compile(
    r"(?:phien|khai\s+mac|be\s+mac|cong\s+dien|le\b|hoi\s+(?:nghi|thao|thi)|hop|toa\s+dam|dai\s+hoi"
    r"|giao\s+ban|lam\s+viec|kiem\s+tra|gap\s+mat|tap\s+huan|"
    r"chung\s+ket|ban\s+ket|cuoc|buoi|thi\b|tiep|tham|dang\s+huong|mit\s+tinh|trao|bieu\s+dien"
    r"|chuong\s+trinh|dem\s|ngay\s+hoi|lien\s+hoan|tong\s+duyet|chao\s+co|vieng|don\s|trong\s+cay|lao\s+dong"
    r"|tong\s+ve\s+sinh|ra\s+dong|khao\s+sat|giam\s+sat|tong\s+ket|so\s+ket|hoi\s+y|sinh\s+hoat|ra\s+quan"
    r"|lop\s+(?!thu)"
    r"|chieu\s+phim|giao\s+luu|ra\s+mat|phat\s+dong|khai\s+(?:truong|giang)|khanh\s+thanh|trien\s+lam|xet\s+xu"
    r"|hien\s+mau"
    r"|ghi\s+hinh|phong\s+van|bao\s+ve\s+(?:de|luan)|nghiem\s+thu|ky\s+ket|cong\s+bo|tham\s+(?:dinh|quan|tra)"
    r"|doi\s+thoai"
    r"|boc\s+tham|seminar|workshop|hoi\s+(?:chan|cho|trai|dam)|duyet\s|xet\s|tong\s+don|dai\s+le|bau\s+)"
)
