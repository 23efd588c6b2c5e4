"""How one comes into the sample desk; imported where nothing of the database is loaded yet."""

from __future__ import annotations

PASSWORD = "mật khẩu mẫu"  # everybody's: a sample's passwords guard nothing
