"""Nhập bài: files read, looked at beside what becomes of them, taken in; over controls and session."""
