"""Editions come in; the site goes out. The only room that knows MkDocs and its theme.

MkDocs calls `plugin`; the command lines are `build` and `serve`. May call all rooms but `doubt`.
"""
