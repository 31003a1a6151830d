"""Logic of the study-guide site, free of MkDocs: text and data in, text and problems out.

Only `state` imports MkDocs. Nothing in this package knows which guide it serves.
"""
