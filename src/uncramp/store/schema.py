"""The diary's tables, and how an older database becomes a new one. Nothing but SQL."""

from typing import Final

APPLICATION: Final = 0x756E6372
"""What marks a file as an uncramp diary: "uncr" in ASCII."""

_FIRST: Final = """
CREATE TABLE entries (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cramp', 'session')),
    start INTEGER NOT NULL,                        -- seconds since 1970, UTC
    zone INTEGER NOT NULL,                         -- minutes that the local clocks were ahead of UTC
    day INTEGER NOT NULL,                          -- the night or day that it belongs to, as date.toordinal()
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- a cramp, or a session that was practice
    changed INTEGER NOT NULL,                      -- when it was last written, seconds since 1970, UTC
    deleted INTEGER,                               -- when it was deleted; it can be restored
    UNIQUE (id, kind)
) WITHOUT ROWID;

CREATE TABLE cramps (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL DEFAULT 'cramp' CHECK (kind = 'cramp'),
    relief INTEGER CHECK (relief >= 0),
    side TEXT,
    part TEXT,
    strength INTEGER CHECK (strength BETWEEN 0 AND 10),
    strength_after INTEGER CHECK (strength_after BETWEEN 0 AND 10),
    state TEXT,
    routine TEXT NOT NULL DEFAULT '',
    steps TEXT NOT NULL DEFAULT '[]',              -- a JSON list of names
    ended_in TEXT NOT NULL DEFAULT '',
    signs TEXT NOT NULL DEFAULT '[]',              -- a JSON list of keys
    note TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL DEFAULT 'session' CHECK (kind = 'session'),
    routine TEXT NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    planned INTEGER NOT NULL CHECK (planned >= 0),
    played INTEGER NOT NULL CHECK (played >= 0),
    ending TEXT NOT NULL,
    FOREIGN KEY (id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) WITHOUT ROWID;

-- Where somebody is in what is being played, so that it can go on there.
CREATE TABLE places (
    id TEXT PRIMARY KEY NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    saved INTEGER NOT NULL,                        -- seconds since 1970, UTC
    process INTEGER NOT NULL,
    record TEXT NOT NULL                           -- JSON
) WITHOUT ROWID;

-- What an entry said before somebody changed it.
CREATE TABLE versions (
    id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    replaced INTEGER NOT NULL,                     -- seconds since 1970, UTC
    record TEXT NOT NULL,                          -- JSON
    PRIMARY KEY (id, number)
) WITHOUT ROWID;

-- The lines of side files that have been taken in, so that none is taken in twice.
CREATE TABLE taken (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;

CREATE INDEX entries_by_time ON entries (start DESC, id) WHERE deleted IS NULL;
CREATE INDEX entries_by_day ON entries (day, kind, counts, deleted) WHERE deleted IS NULL;
CREATE INDEX counting_days ON entries (kind, day) WHERE deleted IS NULL AND counts = 1;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""What makes version n out of version n - 1; the first makes a diary out of nothing. Only ever add to the end."""
