-- A diary of version 2, as that program wrote it. Never change it: it stands for what people have.
BEGIN TRANSACTION;
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
    note TEXT NOT NULL DEFAULT '', unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (unconfirmed IN (0, 1)),
    FOREIGN KEY (id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO "cramps" VALUES('11111111-1111-4111-8111-111111111111','cramp',95,'left','calf',7,2,'asleep','cramp-calf','["Pull your toes toward you", "Rub the calf"]','Pull your toes toward you','["leg_swollen"]','after a long walk',0);
INSERT INTO "cramps" VALUES('33333333-3333-4333-8333-333333333333','cramp',NULL,NULL,NULL,NULL,NULL,NULL,'','[]','','[]','',0);
CREATE TABLE entries (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cramp', 'session')),
    start INTEGER NOT NULL,                        -- seconds since 1970, UTC
    zone INTEGER NOT NULL,                         -- minutes that the local clocks were ahead of UTC
    day INTEGER NOT NULL,                          -- the night or day that it belongs to, as date.toordinal()
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- a cramp, or a session that was practice
    changed INTEGER NOT NULL,                      -- when it was last written, seconds since 1970, UTC
    deleted INTEGER, tried INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1)),                               -- when it was deleted; it can be restored
    UNIQUE (id, kind)
) WITHOUT ROWID;
INSERT INTO "entries" VALUES('11111111-1111-4111-8111-111111111111','cramp',1792888200,120,739913,1,1795317000,NULL,0);
INSERT INTO "entries" VALUES('22222222-2222-4222-8222-222222222222','session',1795303200,60,739941,1,1795317000,NULL,0);
INSERT INTO "entries" VALUES('33333333-3333-4333-8333-333333333333','cramp',1793520000,-300,739920,1,1795317000,1795317000,0);
INSERT INTO "entries" VALUES('44444444-4444-4444-8444-444444444444','session',1795316400,0,739941,0,1795317000,NULL,0);
CREATE TABLE places (
    id TEXT PRIMARY KEY NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    saved INTEGER NOT NULL,                        -- seconds since 1970, UTC
    process INTEGER NOT NULL,
    record TEXT NOT NULL                           -- JSON
) WITHOUT ROWID;
INSERT INTO "places" VALUES('44444444-4444-4444-8444-444444444444',1795316700,0,'{"entry": "44444444-4444-4444-8444-444444444444", "saved": "2026-11-22T03:05:00+00:00", "routine": "daily-calf", "title": "Calf routine, short", "interval": 20, "intervals": 101, "step": "Lean at the wall", "into_ms": 1500, "played_ms": 60000}');
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
INSERT INTO "sessions" VALUES('22222222-2222-4222-8222-222222222222','session','bedtime','Bedtime stretch','bedtime',150,150,'completed');
INSERT INTO "sessions" VALUES('44444444-4444-4444-8444-444444444444','session','daily-calf','Calf routine, short','daily',305,60,'interrupted');
CREATE TABLE taken (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
CREATE TABLE versions (
    id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    replaced INTEGER NOT NULL,                     -- seconds since 1970, UTC
    record TEXT NOT NULL,                          -- JSON
    PRIMARY KEY (id, number)
) WITHOUT ROWID;
INSERT INTO "versions" VALUES('11111111-1111-4111-8111-111111111111',1,1795317000,'{"kind": "cramp", "id": "11111111-1111-4111-8111-111111111111", "start": "2026-10-25T02:30:00+02:00", "relief": 95, "side": "left", "part": "calf", "strength": 7, "strength_after": 2, "state": "asleep", "routine": "cramp-calf", "steps": ["Pull your toes toward you", "Rub the calf"], "ended_in": "Pull your toes toward you", "signs": ["leg_swollen"], "note": "before"}');
CREATE INDEX entries_by_time ON entries (start DESC, id) WHERE deleted IS NULL;
CREATE INDEX entries_by_day ON entries (day, kind, counts, tried, deleted) WHERE deleted IS NULL;
CREATE INDEX unconfirmed_cramps ON entries (start) WHERE deleted IS NULL AND kind = 'cramp' AND counts = 0;
COMMIT;
PRAGMA application_id = 1970168690;
PRAGMA user_version = 2;
