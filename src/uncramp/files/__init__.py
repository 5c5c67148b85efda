"""Files in and out: YAML documents with positions, read into routines, sources and the profile, and written back.

From the bytes up: `disk`, `text` and `problems`, then `document` (the tree), `fields` and `records` (what a key may
hold, with its JSON Schema), then one module for each kind of file. `library` finds them and `check` reports on them.
"""
