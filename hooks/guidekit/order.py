"""Every priority of ours in one place: in what order MkDocs' events reach our hooks, and Python-Markdown our
extensions. Higher comes first; whatever has no priority has 0 with MkDocs, and a number of its own with
Python-Markdown (in brackets).
"""

# MkDocs, on_files
READ_SOURCES = 100
"""Before plugins that add files of their own: only the authors' sources are read."""
DROP_FILES = -100
"""After every plugin and hook: the files of the theme and those that were made are all known."""

# MkDocs, on_page_context
PUT_DRAWINGS = -50
"""After the search plugin has read the page: labels of drawings are no running text."""

# MkDocs, on_post_build
FINISH_SITE = -100
"""After the search plugin, whose index we replace, and after all pages are written."""

# Python-Markdown, lines before they are parsed
POINTS_MARK = 24
LISTING_MARK = 23
"""Before raw HTML is taken out (html_block, 20): the marks are comments."""

# Python-Markdown, blocks
EXAM_ADMONITION = 107
EXAM_PARAGRAPH = 106
"""Before admonitions, which would take the attributes of ours for text."""
ADMONITION = 105
"""The place of Python-Markdown's own, which ours replaces."""

# Python-Markdown, inline patterns
REFERENCE = 175
"""After code (190) and escapes (180), before links (170): `[[abc-001]]` is no link."""

# Python-Markdown, the tree of a page
LISTINGS = 31
"""First of ours: what it puts in is treated like what an author writes."""
POINTS = 30
"""Before inline Markdown (20) is read in what is put in."""
SUMMARY = 30
CALLOUT_LABELS = 30
SELF_CHECKS = 30
TICKS = 30
"""With them: titles are still as they were written."""
GLOSSARY_LINKS = 15
"""After inline Markdown, whose marks would cut terms; before links are checked (0)."""
MARKS = 12
"""After inline Markdown has left the references."""
TOPIC_LINK = 11
"""After the marks, which say below the title how fresh the facts are: this comes next."""
TYPOGRAPHY = 5
"""Last of what is read: it sees every text of the page."""
MOVED = 3
"""After titles have their ids (toc, 5): one that is still there keeps it. Before links are checked (0)."""
