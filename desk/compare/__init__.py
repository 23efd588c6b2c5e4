"""Two texts compared, anchors of comments carried along: pure; imports `text`."""
